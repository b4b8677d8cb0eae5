"""Who did what to whom: events read from parsed sentences by a language's rules."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.core.assembly import (
    ahead,
    count_of,
    date_of,
    dated_realis,
    place_of,
    statement_at,
)
from dragoman.core.contexts import ContextWords
from dragoman.core.document import Document
from dragoman.core.domains import DomainWords, is_official
from dragoman.core.embedding import DONE, GOVERNING, VOICED, is_embedded
from dragoman.core.grammar import Grammar
from dragoman.core.homes import at_home
from dragoman.core.identity import record_id
from dragoman.core.knowledge import Act, Entity, Mention
from dragoman.core.matching import Match, find_matches
from dragoman.core.needs import fits
from dragoman.core.parties import Cast, without
from dragoman.core.politics import is_political
from dragoman.core.realis import RealisCues
from dragoman.core.records import Event, Figure, Party, Statement
from dragoman.core.rules import RuleBook
from dragoman.core.tokens import Parse

# What is yet to come has no day unless one is told: only the day from which it lies ahead.
AHEAD = frozenset(("planned", "hypothetical"))
NO_TOPICS = ContextWords({})
NO_DOMAINS = DomainWords({})


@dataclass(frozen=True)
class EventRules:
    """What reading events in one language needs: its rules, grammar and cues, and the acts."""

    book: RuleBook
    grammar: Grammar
    cues: RealisCues
    acts: Mapping[str, Act]
    entities: Mapping[str, Entity] = field(default_factory=dict)
    topics: ContextWords = NO_TOPICS
    domains: DomainWords = NO_DOMAINS


@dataclass(frozen=True, slots=True)
class Told:
    """What was read from the document before its events: statements and figures."""

    statements: Sequence[Statement] = ()
    figures: Sequence[Figure] = ()


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of a match."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def read_events(document: Document, rules: EventRules, told: Told) -> tuple[Event, ...]:
    """Return the events of a document in text order, each told once."""
    found = (
        event
        for parse in document.parses
        if parse is not None
        for event in _in_sentence(document, parse, rules, told)
    )
    return tuple(_told_once(found))


def _in_sentence(
    document: Document, parse: Parse, rules: EventRules, told: Told
) -> Iterator[Event]:
    """Yield the events of one sentence."""
    sentence = parse.sentence
    mentions = document.mentions_in(sentence.start, sentence.stop)
    cast = Cast.of(parse, rules.grammar, mentions)
    if not any(m.parties for m in mentions) or _is_elsewhere(cast, mentions, rules):
        return
    found = []
    sides: dict[int, Roles] = {}

    def has_sides(match: Match) -> bool:
        act = rules.acts.get(match.pattern.rule.act)
        roles = act and roles_of(match, cast, act, rules.book.nouns)
        if roles:
            sides[match.token.index] = roles
        return bool(roles)

    for match in find_matches(parse, rules.book, rules.grammar, cast.covered, has_sides):
        act, roles = rules.acts[match.pattern.rule.act], sides[match.token.index]
        roles = Roles(_named(roles.actors, rules), _named(roles.recipients, rules))
        found.append((match, _event(document, match, act, roles, (rules, cast, told))))
    yield from _standing(parse, found)


def _standing(parse: Parse, found: Sequence[tuple[Match, Event]]) -> Iterator[Event]:
    """Yield the events that are not merely what another one asks for, refuses or alleges."""
    governors = {match.token.index for match, event in found if event.type in GOVERNING}
    protests = {match.token.index for match, event in found if event.type == "PROTEST"}
    for match, event in found:
        above = frozenset() if event.realis in DONE else governors
        if event.type in VOICED:
            above = above | protests
        above = above | {m.token.index for m, other in found if _same_act(event, other)}
        if not above or not is_embedded(parse, match.token, above):
            yield event


def _same_act(event: Event, other: Event) -> bool:
    """Tell whether another event tells the same act of the same sides."""
    return (
        other is not event
        and (event.act, event.rule[-1:]) == (other.act, other.rule[-1:])
        and _codes(event.actors) == _codes(other.actors)
        and _codes(event.recipients) == _codes(other.recipients)
    )


def _codes(parties: Iterable[Party]) -> set[str]:
    """Return the parties by id, or by name where they have none."""
    return {party.id or party.name for party in parties}


def _is_elsewhere(cast: Cast, mentions: Sequence[Mention], rules: EventRules) -> bool:
    """Tell whether a sentence is of sport, fiction or the like, with no official in it."""
    return bool(rules.domains.domain(cast.parse, cast.covered)) and not is_official(mentions)


def roles_of(match: Match, cast: Cast, act: Act, happenings: Container[str] = ()) -> Roles | None:
    """Return who acts and on whom, or ``None`` where no party is known on either side."""
    rule = match.pattern.rule
    actors = cast.in_slots(match.slots, rule.actor)
    recipients = _recipients(match, cast, actors)
    if cast.grammar.homes:
        actors, recipients = at_home(actors, recipients)
    if not actors and not match.pattern.noun:
        named = _unresolved(match, cast, happenings)
        if named is None:
            return None
        actors = named
    if not actors and not recipients:
        return None
    sides = (*actors, *recipients)
    if not fits(rule.needs, actors, recipients) or not is_political(match, act, sides, happenings):
        return None
    if match.pattern.noun and not (actors and recipients) and not _told(match, cast, actors):
        return None
    if act.reciprocal:
        return Roles(_folded((*actors, *recipients)), ())
    return Roles(_folded(actors), _folded(recipients))


def _folded(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties without a state as a whole beside a person who stands for it."""
    spoken_for = {party.id for party in parties if party.person}
    return tuple(p for p in parties if p.person or p.role or p.id not in spoken_for)


def _named(parties: Iterable[Party], rules: EventRules) -> tuple[Party, ...]:
    """Return the parties under their own names where they were known by a place."""
    found = []
    for party in parties:
        entity = rules.entities.get(party.id or "") if party.via == "capital" else None
        found.append(replace(party, name=entity.name) if entity else party)
    return tuple(found)


def _recipients(match: Match, cast: Cast, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Return who stands, other than the actors, in the first slot that tells, or close to one."""
    places = (
        (cast.in_slots, match.slots),
        (cast.near_slots, match.slots),
        (cast.in_slots, match.spared),
        (cast.seats, match.slots),
    )
    for parties_in, slots in places:
        for slot in match.pattern.rule.recipient:
            found = without(parties_in(slots, (slot,)), actors)
            if parties_in == cast.seats:
                found = tuple(p for p in found if all(p.id != actor.id for actor in actors))
            if kept := tuple(party for party in found if not _same(party, actors)):
                return kept
    return ()


def _same(party: Party, others: Iterable[Party]) -> bool:
    """Tell whether a whole party already stands on the other side."""
    return any(party.id and party.id == o.id and party.role == o.role for o in others)


def _told(match: Match, cast: Cast, actors: Sequence[Party]) -> bool:
    """Tell whether a noun with one side only tells an act, and does not merely name it.

    A light verb tells it ("held talks"), a sentence without verb does (a headline), and a joint
    act needs no other side once two are named.
    """
    head = cast.parse.head_of(match.token)
    if head is None or cast.grammar.carrier(cast.parse, match.token):
        return True
    if match.token.dep.startswith("nsubj") and head.lemma in cast.grammar.happening:
        return True
    return len(actors) > 1


def _unresolved(match: Match, cast: Cast, happenings: Container[str]) -> tuple[Party, ...] | None:
    """Return the actor as printed, none where none is named, ``None`` for what cannot act.

    ``happenings`` are nouns of acts: "the raid killed six" tells of six killed, by nobody named.
    """
    words = [w for slot in match.pattern.rule.actor for w in match.slots.get(slot, ())]
    if not words:
        return ()
    head = words[0]
    if head.index in cast.at and not cast.at[head.index].parties:
        return None
    if head.pos == "PROPN":
        return (cast.printed(head),)
    lemma = head.lemma.lower()
    return () if lemma in happenings or lemma in cast.grammar.instruments else None


def _event(
    document: Document,
    match: Match,
    act: Act,
    roles: Roles,
    context: tuple[EventRules, Cast, Told],
) -> Event:
    """Return the record of a match."""
    rules, cast, told = context
    parse, token, rule = cast.parse, match.token, match.pattern.rule
    trigger = document.span(token.start, token.stop)
    evidence = document.span(parse.sentence.start, parse.sentence.stop)
    date = date_of(document, parse, token, rules.cues.is_told(token))
    realis = rules.cues.realis(parse, token, match.used, rules.grammar.light)
    realis = dated_realis(realis, date, document.article.reference)
    parties = (*roles.actors, *roles.recipients)
    return Event(
        id=record_id(document.article.id, rule.id, (trigger, evidence, *(p.span for p in parties))),
        article=document.article.id,
        act=act.id,
        type=act.type,
        mode=act.mode,
        contexts=rules.topics.contexts(parse, act.contexts),
        quad=act.quad,
        score=act.score,
        cameo=act.cameo,
        goldstein=act.goldstein,
        actors=roles.actors,
        recipients=roles.recipients,
        date=ahead(date) if realis in AHEAD else date,
        place=place_of(parse, token, tuple(cast.at.values())),
        count=count_of(parse, token, told.figures),
        realis=realis,
        said_in=statement_at(told.statements, token.start, token.stop),
        evidence=evidence,
        trigger=trigger,
        rule=rule.id,
        confidence=_confidence(match, parties),
    )


def _confidence(match: Match, parties: Sequence[Party]) -> float:
    """Return how sure a record is: less for bare nouns, unresolved and inherited parties."""
    value = 0.7 if match.pattern.noun else 0.85
    value += min(match.pattern.weight, 3) * 0.03
    if any(party.id is None for party in parties):
        value -= 0.15
    if any(party.via in ("pronoun", "inherited", "title") for party in parties):
        value -= 0.1
    return round(max(value, 0.3), 2)


def _told_once(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events without bare mentions of one that was told before with all its parties."""
    told: dict[str, list[frozenset[str | None]]] = {}
    for event in events:
        ids = frozenset(p.id or p.name for p in (*event.actors, *event.recipients))
        before = told.setdefault(event.act, [])
        if event.rule.endswith("n") and any(ids <= earlier for earlier in before):
            continue
        before.append(ids)
        yield event
