"""From many sources to one store, and what it is asked."""
