"""Small trees for tests, written word by word: form:lemma/UPOS/relation/head (heads from 1)."""

from dragoman.core.grammar import Grammar
from dragoman.core.knowledge import Act, Mention
from dragoman.core.records import Party, Span
from dragoman.core.tokens import Parse, Sentence, Token

GRAMMAR = Grammar.of(
    {
        "parser": "none",
        "light_verbs": ["hold", "carry"],
        "object_control": ["urge", "accuse"],
        "slots": {"relatives": ["which"], "markers": {"towards": "toward"}},
        "frames": {
            "verb": {"actor": ["subject"], "recipient": ["object", "with", "on"]},
            "noun": {"actor": ["possessive", "subject"], "recipient": ["on", "with"]},
        },
    }
)


def tree(words: str) -> Parse:
    """Return the parse of words in the notation above, with one space between them."""
    tokens = []
    offset = 0
    for index, word in enumerate(words.split()):
        form, pos, dep, head, *feats = word.split("/")
        text, _, lemma = form.partition(":")
        place = int(head) - 1 if int(head) else index
        token = Token(index, offset, offset + len(text), text, lemma or text, pos, dep, place)
        token.feats = feats[0] if feats else ""
        tokens.append(token)
        offset += len(text) + 1
    text = " ".join(token.text for token in tokens)
    return Parse(Sentence(0, len(text), text), tokens)


def mention(parse: Parse, form: str, code: str | None, role: str | None = None) -> Mention:
    """Return a mention of a party on the first word of this form."""
    token = next(token for token in parse.tokens if token.text == form)
    span = Span(token.start, token.stop, form)
    return Mention(token.start, token.stop, (Party(code, form, role, span=span),), "name")


def act(name: str, reciprocal: bool = False) -> Act:
    """Return an act of no further interest."""
    return Act(name, "", "CONSULT", None, "040", 1, 1.0, 1.0, (), reciprocal)
