"""How a language prints a name in more than one form: one module a language that needs it."""
