"""From a text to its parties: the whole way from known forms to mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention, NameIndex, World
from dragoman.core.mentions.atoms import Atom, ends, gather, known
from dragoman.core.mentions.introductions import widened
from dragoman.core.mentions.parties import Reader
from dragoman.core.mentions.phrases import phrases
from dragoman.core.mentions.rules import NEVER, MentionRules
from dragoman.core.records import Article, Interval, Party, Span


def find_mentions(
    document: Document, language_rules: MentionRules, names: NameIndex, world: World
) -> tuple[Mention, ...]:
    """Return every passage that stands for a party or a place, in text order, without overlap.

    Offices are those of the first day of the article's reference interval.
    """
    reference = document.article.reference
    reader = Reader(world, language_rules, document, reference.start or reference.stop)
    atoms = pieces(document.text, reader.day, language_rules, names)
    found: list[Mention] = []
    for phrase in phrases(document.text, atoms, language_rules):
        mention = reader.read(phrase)
        if mention and (not found or found[-1].stop <= mention.start):
            found.append(mention)
    return tuple(found)


def pieces(text: str, day: str | None, rules: MentionRules, names: NameIndex) -> list[Atom]:
    """Return the pieces of a text: known forms, short state signs, names beside titles."""
    atoms = gather(text, day, rules, names)
    if "resplit" in rules.after:
        atoms = [a for atom in atoms for a in resplit(text, atom, rules, names)]
    if rules.abbreviations:
        atoms = list(with_abbreviations(text, atoms, rules))

    def look(form: str) -> Atom | None:
        """Return the piece that a form alone is."""
        hit = next(iter(names.find(form)), None)
        whole = hit is not None and hit.start == 0 and hit.stop == len(form)
        return known(form, hit, day, rules) if hit and whole else None

    return widened(text, atoms, rules, look)


def resplit(text: str, atom: Atom, rules: MentionRules, names: NameIndex) -> Iterator[Atom]:
    """Yield a state's name and the title that shares its last character, or the name as it is."""
    cut = atom.stop - 1
    match = rules.after["resplit"].match(text, cut) if atom.letter == "S" else None
    if match is None or cut <= atom.start:
        yield atom
        return
    hit = next(iter(names.find(text[cut : match.end()])), None)
    title = known(match.group(), hit, None, rules) if hit and hit.start == 0 else None
    if title is None:
        yield atom
        return
    yield Atom(atom.start, cut, "S", text[atom.start : cut], atom.ids, atom.kind)
    title.start, title.stop = cut, cut + title.stop
    yield title


def with_abbreviations(text: str, atoms: list[Atom], rules: MentionRules) -> Iterator[Atom]:
    """Yield the pieces, each title or role preceded by the one-character state sign before it."""
    barred = rules.before.get("abbreviation", NEVER)
    stop = 0
    for atom in atoms:
        cut = atom.start - 1
        sign = rules.abbreviations.get(text[cut]) if cut >= stop else None
        if sign and atom.letter in "TRIPN" and not ends(barred, text, cut):
            yield Atom(cut, atom.start, "S", text[cut], (sign,), "abbr")
        yield atom
        stop = atom.stop


def party_of(
    phrase: str, rules: MentionRules, names: NameIndex, world: World, on: str | None
) -> Party | None:
    """Return the party that a phrase alone stands for on a day: that of its head mention.

    The role is that of the last role noun before any other mention's end; a place gives its state.
    """
    article = Article("", None, None, None, None, "", None, on, Interval(on, on), (), phrase)
    found = find_mentions(Document(article), rules, names, world)
    parties = [p for m in found if (p := sole_party(m))]
    if not parties:
        return bare_title(phrase, pieces(phrase, on, rules, names), world)
    state = next((p for p in parties if p.id), None)
    role = next((p.role for p in reversed(parties) if p.role and not p.person), None)
    head = next((p for p in parties if p.person), None) or state or parties[-1]
    if head.person or (head.id and head.role):
        return head
    return replace(head, role=role)


def sole_party(mention: Mention) -> Party | None:
    """Return the one party of a mention; a place stands for its state."""
    place = mention.place
    if mention.kind == "place" and place:
        return Party(place.country, place.name, None, None, "place", place.span)
    return mention.parties[0] if len(mention.parties) == 1 else None


def bare_title(phrase: str, atoms: list[Atom], world: World) -> Party | None:
    """Return an unresolved bearer of a title that stands in a phrase without a name or state."""
    for atom in atoms:
        if atom.letter == "T" and atom.ids[0] in world.offices:
            span = Span(atom.start, atom.stop, atom.form)
            return Party(None, phrase, world.offices[atom.ids[0]].role, None, "title", span)
    return None
