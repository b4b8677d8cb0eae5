"""Words that refer back: pronouns, titles alone, "the ministry"."""

from __future__ import annotations

from dragoman.core.knowledge import World
from dragoman.core.mentions.atoms import Atom
from dragoman.core.mentions.context import Context
from dragoman.core.mentions.people import Who
from dragoman.core.mentions.phrases import Phrase
from dragoman.core.mentions.rules import NEVER, MentionRules
from dragoman.core.offices import meanings

QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("«", "»"))


class Referent:
    """Finds what a word refers back to, and prefers none to a doubtful one."""

    def __init__(self, context: Context, rules: MentionRules, text: str, world: World) -> None:
        self.context = context
        self.rules = rules
        self.text = text
        self.world = world

    def person(self, atom: Atom) -> Who | None:
        """Return whom a pronoun stands for: the one person it may be, if nobody else came since.

        A pronoun within a quotation is somebody else's word and is left out.
        """
        if self.is_quoted(atom.start):
            return None
        met = self.context.person_before(atom.start, atom.kind)
        if met is None or self.stranger_between(met.start, atom.start):
            return None
        return met.who

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a quotation that began in this sentence is still open here."""
        number = self.context.sentence(offset) - 1
        start = self.context.sentences[number].start if number >= 0 else 0
        before = self.text[max(start, offset - 600) : offset]
        if before.count('"') % 2 == 1:
            return True
        return any(before.count(opens) > before.count(shuts) for opens, shuts in QUOTES)

    def stranger_between(self, start: int, stop: int) -> bool:
        """Tell whether another person's name seems to stand between two places."""
        shape = self.rules.name.get("stranger", NEVER)
        sentence = self.context.sentence(start) - 1
        floor = self.context.sentences[sentence].stop if sentence >= 0 else start
        return any(
            not self.is_met(match.group()) for match in shape.finditer(self.text, floor, stop)
        )

    def is_met(self, printed: str) -> bool:
        """Tell whether a printed name is that of a person met, or a state's."""
        return any(printed in who.name or who.name in printed for who in self.context.met()[:4])

    def titled(self, titles: tuple[str, ...], state: str | None = None) -> Who | None:
        """Return the person met last who bears one of these titles (of this state)."""
        offices = {o for title in titles for o in meanings(self.world, title)}
        return self.context.titled(offices, state)

    def definite(self, phrase: Phrase) -> int | None:
        """Return where a title alone begins with its article; ``None`` if it speaks of no one."""
        if self.rules.vague.issuperset(title.ids[0] for title in phrase.titles):
            return None
        before = self.rules.before.get("definite")
        after = self.rules.after.get("definite")
        start = phrase.start
        if before:
            match = before.search(self.text, max(0, start - 12), start)
            if match is None:
                return None
            start = match.start()
        if after and not after.match(self.text, phrase.stop):
            return start if start < phrase.start else None
        return start

    def institution(self, unit: Atom) -> str | None:
        """Return the state whose institution of this name was spoken of before."""
        form = unit.form.casefold()
        known = self.context.institutions
        if form in known:
            return known[form]
        within = {state for name, state in known.items() if form in name}
        return within.pop() if len(within) == 1 else None
