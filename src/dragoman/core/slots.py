"""Who stands in which slot of a word: subject, object, possessor, or behind which marker."""

from __future__ import annotations

from dragoman.core.grammar import Grammar
from dragoman.core.tokens import Parse, Token

CLAUSAL = frozenset(("xcomp", "advcl", "conj", "acl", "acl:relcl", "ccomp"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
# Slot of the subject of a complement clause: "demanded that Iran pay".
TOLD = "that"
Slots = dict[str, list[Token]]


# Whoever undergoes an act is its object, and where it comes from is its subject.
UNDERGONE = {"subject": "object", "から": "subject", "from": "subject"}


def own_slots(parse: Parse, token: Token, grammar: Grammar) -> Slots:
    """Return the dependents of a word by slot, passives undone."""
    passive = grammar.is_passive(parse, token)
    found: Slots = {}
    for child in parse.children[token.index]:
        slot = grammar.slot(parse, child, passive)
        if slot is not None:
            found.setdefault(slot, []).append(child)
        if child.dep == "ccomp":
            found.setdefault(TOLD, []).extend(_subjects(parse, child))
    return found


def _subjects(parse: Parse, verb: Token) -> list[Token]:
    """Return the subjects of a verb, whether they do or suffer what it says."""
    return [child for child in parse.children[verb.index] if child.dep in SUBJECTS]


def slots_of(parse: Parse, token: Token, grammar: Grammar, depth: int = 4) -> Slots:
    """Return the dependents of a verb by slot, with the subject it shares with other clauses."""
    found = own_slots(parse, token, grammar)
    if "subject" not in found and grammar.topic:
        _fill_from_topic(found, parse, token, grammar)
    head = parse.head_of(token)
    if head is None or depth == 0:
        return found
    relation = token.dep
    if relation.startswith("acl"):
        _fill_from_noun(found, parse, token, grammar)
    elif "subject" not in found and relation in CLAUSAL and relation != "ccomp":
        above = slots_of(parse, head, grammar, depth - 1)
        shared = _controller(parse, above, (head, token), grammar)
        slot = "object" if grammar.is_passive(parse, token) and "object" not in found else "subject"
        if shared:
            found[slot] = shared
    return found


def _controller(
    parse: Parse, above: Slots, verbs: tuple[Token, Token], grammar: Grammar
) -> list[Token]:
    """Return who does what the lower verb says: the upper verb's object or its subject."""
    head, token = verbs
    apart = token.dep == "advcl" and grammar.complementing and not grammar.completes(parse, token)
    if token.dep != "conj" and head.lemma in grammar.control and not apart:
        for slot in grammar.controllers:
            if above.get(slot):
                return above[slot]
    return above.get("subject", [])


def _fill_from_topic(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Give a verb the topic that the parser hung on an earlier clause of the same sentence."""
    passive = grammar.is_passive(parse, token)
    for clause in parse.children[token.index]:
        if clause.dep not in ("advcl", "conj", "obl") or clause.index > token.index:
            continue
        for child in parse.children[clause.index]:
            if grammar.topic and grammar.marker(parse, child).endswith(grammar.topic):
                found["object" if passive else "subject"] = [child]
                return


def _fill_from_noun(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Put the noun that a clause modifies where the clause has a gap."""
    noun = parse.tokens[token.head]
    if noun.lemma in grammar.gapless:
        if "subject" not in found and (holders := _holders(parse, noun, grammar)):
            found["subject"] = holders
        return
    for slot, words in list(found.items()):
        kept = [w for w in words if w.lemma.lower() not in grammar.relatives]
        if len(kept) < len(words):
            found[slot] = [*kept, noun]
            return
    if grammar.is_passive(parse, token) or token.feats == "VBN":
        found.setdefault("object", [noun])
    elif "subject" not in found:
        found["subject"] = [noun]
    else:
        found.setdefault("object", [noun])


def _holders(parse: Parse, noun: Token, grammar: Grammar) -> list[Token]:
    """Return whose plan, intention or decision a noun is: its owner, or its verb's subject."""
    slots = own_slots(parse, noun, grammar)
    own = slots.get("possessive") or slots.get("subject")
    head = parse.head_of(noun)
    if own or head is None:
        return own or []
    return [
        word for word in slots_of(parse, head, grammar, 1).get("subject", ()) if word is not noun
    ]


def noun_slots(parse: Parse, token: Token, grammar: Grammar) -> Slots:
    """Return the dependents of a noun by slot, with those of a light verb that carries it."""
    found = own_slots(parse, token, grammar)
    if token.dep == "appos" and "subject" not in found:
        found["subject"] = [parse.tokens[token.head]]
    _share_predicates(found, parse, token, grammar)
    head = grammar.carrier(parse, token)
    if head is None:
        _add_beside(found, parse, token, grammar)
        return found
    turned = UNDERGONE if head.lemma in grammar.undergone else {}
    for slot, words in slots_of(parse, head, grammar).items():
        kept = [word for word in words if word is not token]
        if kept and slot != "object":
            found.setdefault(turned.get(slot, slot), []).extend(kept)
    return found


def _add_beside(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Put the subject of the verb that a noun goes with into the slot ``beside``.

    In "came at the invitation of Cuba" whoever came was invited. Behind a marker of what someone
    answers ("in answer to", を受けて) that subject is the object of the act answered.
    """
    head = parse.head_of(token)
    if head is None or head.pos != "VERB" or token.dep not in ("obl", "advcl", "obj"):
        return
    beside = slots_of(parse, head, grammar).get("subject", [])
    found.setdefault("beside", beside)
    if grammar.marker(parse, token) in grammar.beside:
        found.setdefault("object", beside)


def _share_predicates(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Give a noun that says what someone is the subject and owner of the noun beside it.

    In "is a partner and ally of Cuba" each noun has both.
    """
    beside = [c for c in parse.children[token.index] if c.dep in ("acl", "conj", "advcl")]
    head = parse.head_of(token)
    if head is not None and token.dep in ("acl", "conj", "advcl"):
        beside.append(head)
    if not any(child.dep == "cop" for child in parse.children[token.index]):
        return
    for noun in beside:
        if noun.pos != "NOUN" or not any(c.dep == "cop" for c in parse.children[noun.index]):
            continue
        others = own_slots(parse, noun, grammar)
        for slot in ("subject", "possessive"):
            if slot not in found and others.get(slot):
                found[slot] = [word for word in others[slot] if word is not token]
