"""What all tests share."""

from hypothesis import settings

# The same examples on every run: a failure is there for everybody, or for nobody.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
