"""What a parse adds: whether a word reports at all, whose act it is, where its content ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from dragoman.core.statements.drafts import Page, Range
from dragoman.core.tokens import Parse, Token

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
CONTENTS = frozenset(("ccomp", "xcomp", "obj", "iobj", "obl", "nmod", "advcl", "acl", "dep"))
# A verb in one of these places has the subject of the verb above it where it has none itself.
SHARING = frozenset(("conj", "xcomp", "advcl", "ccomp", "acl", "dep", "parataxis", "aux"))
AWAY = frozenset(("acl:relcl", "acl", "appos", "parataxis", "punct"))


class Tree:
    """A reporting verb in the parse of its sentence."""

    def __init__(self, parse: Parse, verb: Token) -> None:
        self.parse, self.verb = parse, verb

    @property
    def reports(self) -> bool:
        """Tell whether the word is a verb in this sentence."""
        return self.verb.pos in ("VERB", "AUX")

    @property
    def has_clause(self) -> bool:
        """Tell whether a clause hangs on the verb, or the verb on what is said."""
        children = self.parse.children[self.verb.index]
        if any(child.dep in ("ccomp", "xcomp", "parataxis") for child in children):
            return True
        return self.verb.dep in ("parataxis", "ccomp")

    def speaker(self) -> Range | None:
        """Return the words of the verb's subject, its own or one it shares."""
        verb: Token | None = self.verb
        for _ in range(4):
            if verb is None:
                return None
            found = self._subject_of(verb)
            if found:
                return self._phrase(found)
            if verb.dep == "acl:relcl" or (verb.dep == "acl" and verb is self.verb):
                return self._phrase(self.parse.tokens[verb.head])
            if verb.dep not in SHARING:
                return None
            verb = self.parse.head_of(verb)
        return None

    def _subject_of(self, verb: Token) -> Token | None:
        children = self.parse.children[verb.index]
        found = next((child for child in children if child.dep in SUBJECTS), None)
        if found and verb.dep == "acl:relcl" and _is_relative(found):
            return self.parse.tokens[verb.head]
        return found

    def _phrase(self, head: Token) -> Range:
        """Return the noun with what belongs to its name, without clauses that hang on it."""
        start, stop = head.start, head.stop
        for child in self.parse.children[head.index]:
            if child.index > head.index and child.dep in AWAY:
                break
            if child.dep in ("punct", "cc", "mark", "case"):
                continue
            first, last = _extent(self.parse.subtree(child))
            start, stop = min(start, first), max(stop, last)
        return start, stop

    def content_stop(self, start: int) -> int | None:
        """Return where the content that begins at ``start`` ends, if the parse shows it."""
        stops = []
        for child in self.parse.children[self.verb.index]:
            if child.dep in CONTENTS and child.index > self.verb.index:
                last = _extent(self.parse.subtree(child))[1]
                if last > start:
                    stops.append(last)
        return max(stops, default=None)


def tree_at(page: Page, sentence: int, offset: int) -> Tree | None:
    """Return the tree with the verb that begins at ``offset``, or ``None`` without a parse."""
    parses = page.document.parses
    parse = parses[sentence] if sentence < len(parses) else None
    if parse is None:
        return None
    index = bisect_left(parse.tokens, offset, key=lambda token: token.start)
    if index == len(parse.tokens) or parse.tokens[index].start != offset:
        return None
    return Tree(parse, parse.tokens[index])


def _is_relative(token: Token) -> bool:
    return token.feats in ("WDT", "WP") or "PronType=Rel" in token.feats


def _extent(tokens: Iterable[Token]) -> Range:
    places = [(token.start, token.stop) for token in tokens]
    return min(p[0] for p in places), max(p[1] for p in places)
