"""Language-free facts: acts, states, organisations, people and offices, with dates."""
