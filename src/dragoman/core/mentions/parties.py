"""What an expression stands for: its party or parties, or a place."""

from __future__ import annotations

from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.knowledge import Entity, Mention, World
from dragoman.core.mentions.atoms import Atom, ends
from dragoman.core.mentions.context import Context
from dragoman.core.mentions.introductions import surname_keys
from dragoman.core.mentions.people import Clues, Registry, Who
from dragoman.core.mentions.phrases import Phrase
from dragoman.core.mentions.pronouns import Meant, meant
from dragoman.core.mentions.references import QUOTES, Referent
from dragoman.core.mentions.rules import NEVER, MentionRules
from dragoman.core.records import Party, Person, Place, Span

STATE_KINDS = frozenset({"state", "territory", "former-state"})
VIA = {"D": "demonym", "C": "capital", "K": "capital"}


class Reader:
    """Turns the expressions of one article into mentions, remembering what it has met."""

    def __init__(
        self, world: World, rules: MentionRules, document: Document, day: str | None
    ) -> None:
        self.world = world
        self.rules = rules
        self.text = document.text
        self.day = day
        self.context = Context(document.sentences)
        self.registry = Registry(world, rules)
        self.referent = Referent(self.context, self.registry, self.text, day)

    def read(self, phrase: Phrase) -> Mention | None:
        """Return what an expression stands for, or ``None`` where that is unknown."""
        mention = self.understood(phrase)
        if mention:
            party = mention.parties[0] if len(mention.parties) == 1 else None
            body = party if party and not party.person else None
            self.context.cover(mention.start, mention.stop, body)
        return mention

    def understood(self, phrase: Phrase) -> Mention | None:
        """Return what an expression stands for by its kind."""
        if phrase.other:
            return self.lone(phrase, phrase.other)
        if phrase.name:
            return self.named(phrase, phrase.name)
        if phrase.unit:
            return self.with_role(phrase, phrase.unit)
        return self.with_title(phrase)

    def lone(self, phrase: Phrase, atom: Atom) -> Mention | None:
        """Return what a state's name, a capital, a place or a pronoun stands for."""
        if atom.letter == "O":
            return self.pronoun(atom)
        if atom.letter == "L":
            return self.place_only(atom)
        entity = self.entity(atom)
        if entity is None:
            return None
        local = self.is_locative(atom)
        if local and atom.letter in "CK":
            return self.place_only(atom, entity)
        self.see(atom.start, entity)
        if entity.kind in STATE_KINDS and self.is_no_state(atom):
            return None
        role = entity.role or ("GOV" if atom.letter in "CK" else None)
        party = self.party(entity, role, self.via(atom, entity), phrase)
        place = self.place(atom, entity) if local and entity.kind in STATE_KINDS else None
        return Mention(phrase.start, phrase.stop, (party,), party.via, place)

    def is_no_state(self, atom: Atom) -> bool:
        """Tell whether a state's name is a team's, or in quotation marks that of something else."""
        around = (self.text[atom.start - 1 : atom.start], self.text[atom.stop : atom.stop + 1])
        return around in QUOTES or self.referent.is_on_sport(atom.start)

    def pronoun(self, atom: Atom) -> Mention | None:
        """Return what a pronoun stands for where only one answer is possible."""
        here = Phrase(atom.start, atom.stop)
        found = meant(atom, self.referent)
        via = "name" if atom.kind == "pair" else "pronoun"
        parties = tuple(p for m in found if (p := self.meant_party(m, via, here)))
        if not parties:
            return None
        for one in found:
            if one.entity and via == "name":
                self.see(atom.start, self.world.entities[one.entity])
            if one.who and len(found) == 1:
                self.context.meet(atom.start, atom.stop, one.who)
        return Mention(atom.start, atom.stop, parties, via)

    def meant_party(self, one: Meant, via: str, phrase: Phrase) -> Party | None:
        """Return the party of what a pronoun stands for."""
        if one.party:
            span = Span(phrase.start, phrase.stop, self.text[phrase.start : phrase.stop])
            return replace(one.party, via=via, span=span)
        entity = self.world.entities.get(one.entity or "")
        if one.who:
            person = Person(one.who.id, one.who.name, one.who.office)
            return self.party(entity, one.role, via, phrase, person)
        return self.party(entity, one.role or entity.role, via, phrase) if entity else None

    def named(self, phrase: Phrase, name: Atom) -> Mention | None:
        """Return the person of an expression with a name in it."""
        owner = self.owner_state(phrase)
        entity = self.entity(phrase.state) if phrase.state else None
        state = entity.id if entity else owner
        titles = tuple(t.ids[0] for t in phrase.titles)
        clues = Clues(titles, state, phrase.former, self.day)
        if phrase.honoured and not titles:
            name = replace(name, weak=False)
        who = self.introduced(name, (), state) if name.letter == "N" else None
        if who is None or any(met.id in name.ids for met in self.context.met()):
            who = self.registry.person(name, clues, self.context.met())
        if who is None:
            kin = ends(self.rules.before.get("kin", NEVER), self.text, phrase.start)
            who = self.introduced(name, () if kin else titles, state)
        if who is None:
            return self.without_name(phrase)
        if phrase.former:
            who = replace(who, office=None, role="ELI")
        if entity:
            self.see(phrase.start, entity)
        return self.of_person(phrase, who, "person")

    def without_name(self, phrase: Phrase) -> Mention | None:
        """Return what remains of an expression whose name means nobody known."""
        if phrase.state and not phrase.titles:
            atom = phrase.state
            return self.lone(Phrase(atom.start, atom.stop, other=atom), atom)
        return None

    def introduced(self, name: Atom, titles: tuple[str, ...], state: str | None) -> Who | None:
        """Return a person whom no table holds: met before by this surname, or titled here."""
        keys = surname_keys(name.form, self.rules)
        before = next((w for k in keys if (w := self.context.surnames.get(k))), None)
        if before and (state is None or before.entity in {state, None}):
            return before
        if not titles:
            return None
        for known in self.context.met():
            if known.titles & frozenset(titles) and self.registry.is_part(name.form, known):
                return known
        office = titles[-1]
        role = self.registry.role(office)
        who = Who(None, name.form, state, office, role, None, frozenset(titles))
        for key in keys:
            self.context.surnames[key] = who
        return who

    def of_person(self, phrase: Phrase, who: Who, via: str, note: bool = True) -> Mention:
        """Return the mention of a person, remembered as met."""
        entity = self.world.entities.get(who.entity or "")
        if note:
            self.context.meet(phrase.start, phrase.stop, who)
            if entity:
                self.see(phrase.start, entity)
        person = Person(who.id, who.name, who.office)
        party = self.party(entity, who.role, via, phrase, person)
        return Mention(phrase.start, phrase.stop, (party,), via, sure=who.sure)

    def with_role(self, phrase: Phrase, unit: Atom) -> Mention | None:
        """Return the party that a role noun or an institution makes, of its state if named."""
        entity = self.entity(phrase.state) if phrase.state else None
        entity = entity or self.world.entities.get(self.owner_state(phrase) or "")
        code = next((i for i in unit.ids if "/" in i), unit.ids[0])
        home, _, role = code.rpartition("/")
        entity = entity or self.world.entities.get(home)
        via = self.via(phrase.state, entity) if phrase.state and entity else "name"
        if entity:
            self.see(phrase.start, entity)
            if unit.letter == "I":
                self.context.institutions[unit.form.casefold()] = entity.id
        elif unit.letter == "I":
            state = self.referent.institution(unit)
            entity, via = self.world.entities.get(state or ""), "title" if state else via
        if phrase.former and unit.letter == "R":
            role = "ELI"
        party = self.party(entity, role, via, phrase)
        return Mention(phrase.start, phrase.stop, (party,), via)

    def with_title(self, phrase: Phrase) -> Mention | None:
        """Return who bears a title of a state on the day, or the one of whom it was said before."""
        entity = self.entity(phrase.state) if phrase.state else None
        owner = self.owner_state(phrase)
        entity = entity or self.world.entities.get(owner or "")
        titles = tuple(t.ids[0] for t in phrase.titles)
        if entity is None:
            return self.title_alone(phrase, titles)
        self.see(phrase.start, entity)
        if titles[-1] == "party-leader" and self.referent.is_on_sport(phrase.start):
            return None
        loose = phrase.former or ends(
            self.rules.before.get("indefinite", NEVER), self.text, phrase.start
        )
        who = None if loose or phrase.unit else self.referent.bearer(entity.id, titles)
        if who:
            return self.of_person(phrase, who, "title")
        role = "ELI" if phrase.former else self.registry.role(titles[-1])
        party = self.party(entity, role, "title", phrase)
        return Mention(phrase.start, phrase.stop, (party,), "title")

    def title_alone(self, phrase: Phrase, titles: tuple[str, ...]) -> Mention | None:
        """Return the person met before whom a title alone stands for; else the words as printed."""
        definite = self.referent.definite(phrase)
        if definite is None and not phrase.former:
            return None
        phrase = phrase if definite is None else replace(phrase, start=definite)
        who = None if phrase.former else self.referent.titled(titles)
        if who:
            return self.of_person(phrase, who, "title", note=False)
        if "unresolved_title" not in self.rules.sides:
            return None
        role = "ELI" if phrase.former else self.registry.role(titles[-1])
        return Mention(
            phrase.start, phrase.stop, (self.party(None, role, "title", phrase),), "title"
        )

    def owner_state(self, phrase: Phrase) -> str | None:
        """Return the state of the person whose spokesman, army or government is meant."""
        if phrase.owner is None:
            return None
        clues = Clues(day=self.day)
        owner = replace(phrase.owner, weak=False) if phrase.unit else phrase.owner
        who = self.registry.person(owner, clues, self.context.met())
        who = who or self.introduced(phrase.owner, (), None)
        if who is None:
            return None
        self.context.meet(phrase.owner.start, phrase.owner.stop, who)
        return who.entity

    def entity(self, atom: Atom) -> Entity | None:
        """Return the entity of a name; of several, the one that was named before.

        A place stands for the state that it lies in.
        """
        if atom.letter == "L":
            place = self.world.places.get(atom.place or atom.ids[0])
            return self.world.entities.get((place and place.country) or "")
        ids = [i for i in atom.ids if i in self.world.entities]
        if len(ids) > 1:
            seen = {entity for _, entity in self.context.states}
            ids = [i for i in ids if i in seen]
        return self.world.entities[ids[0]] if len(ids) == 1 else None

    def see(self, start: int, entity: Entity) -> None:
        """Remember a state that was named."""
        if entity.kind in STATE_KINDS:
            self.context.see_state(start, entity.id)

    def party(
        self,
        entity: Entity | None,
        role: str | None,
        via: str,
        phrase: Phrase,
        person: Person | None = None,
    ) -> Party:
        """Return a party with the passage of its expression; unresolved, it is named as printed."""
        span = Span(phrase.start, phrase.stop, self.text[phrase.start : phrase.stop])
        if entity is None:
            return Party(None, person.name if person else span.text, role, person, via, span)
        return Party(entity.code or entity.id, entity.name, role, person, via, span)

    def via(self, atom: Atom, entity: Entity) -> str:
        """Return how an entity was recognised."""
        return "group" if entity.kind == "group" else VIA.get(atom.letter, "name")

    def is_locative(self, atom: Atom) -> bool:
        """Tell whether the words around a name say that it is where something happens."""
        before = self.rules.before.get("locative", NEVER)
        after = self.rules.after.get("locative", NEVER)
        return ends(before, self.text, atom.start) or bool(after.match(self.text, atom.stop))

    def place_only(self, atom: Atom, entity: Entity | None = None) -> Mention:
        """Return a place that stands for no party."""
        return Mention(atom.start, atom.stop, (), "place", self.place(atom, entity))

    def place(self, atom: Atom, entity: Entity | None) -> Place:
        """Return the place of a name, as the tables know it or by its printed form."""
        span = Span(atom.start, atom.stop, atom.form)
        listed = self.world.places.get(atom.place or (atom.ids[0] if atom.letter == "L" else ""))
        if listed:
            return replace(listed, span=span)
        country = (entity.code or entity.id) if entity else None
        if entity and atom.letter in "SD":
            return Place(entity.name, country, span=span)
        return Place(atom.form, country, precision="city", span=span)
