"""How well readings do: on development sets, on parallel documents and on our own corpus."""
