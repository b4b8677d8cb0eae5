"""The hand-written lists of people and titles, and how each language prints them."""
