"""The quality gate: sentences of our own writing, and the floors that reading them must hold."""
