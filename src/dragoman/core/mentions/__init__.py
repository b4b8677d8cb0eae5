"""Passages that stand for states, organisations, people and the roles they act in."""

from dragoman.core.mentions.finding import find_mentions, party_of
from dragoman.core.mentions.rules import MentionRules

__all__ = ["MentionRules", "find_mentions", "party_of"]
