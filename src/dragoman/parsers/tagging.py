"""Words and tags of a Vietnamese sentence by underthesea's models, its features computed quickly.

underthesea 9.5 works out the features of its tagger from templates anew for each word, which
takes longer than the tagging. These are the same features, and so the same tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

BEGIN, END = "BOS", "EOS"


def make_tagger() -> Callable[[str], list[tuple[str, str]]]:
    """Return what gives the words of a sentence with their VLSP tags."""
    from underthesea import word_tokenize
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

    model: Any = CRFPOSTagPredictor.Instance().model

    def tagged(sentence: str) -> list[tuple[str, str]]:
        """Return the words of a sentence, each with its tag."""
        words = word_tokenize(sentence)
        if not words:
            return []
        return list(zip(words, model.tag(features(words)), strict=True))

    return tagged


def features(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word: those of underthesea's templates, in their order."""
    padded = [BEGIN, BEGIN, *words, END, END]
    lower = [BEGIN, BEGIN, *(word.lower() for word in words), END, END]
    title = [BEGIN, BEGIN, *(str(_is_title(word)) for word in words), END, END]
    pairs = list(_pairs(padded, len(words)))
    return [
        [
            f"T[-2].lower={lower[at]}",
            f"T[-1].lower={lower[at + 1]}",
            f"T[0].lower={lower[at + 2]}",
            f"T[1].lower={lower[at + 3]}",
            f"T[2].lower={lower[at + 4]}",
            f"T[0].istitle={title[at + 2]}",
            f"T[-1].istitle={title[at + 1]}",
            f"T[1].istitle={title[at + 3]}",
            f"T[-2]={padded[at]}",
            f"T[-1]={padded[at + 1]}",
            f"T[0]={padded[at + 2]}",
            f"T[1]={padded[at + 3]}",
            f"T[2]={padded[at + 4]}",
            f"T[-2,-1]={pairs[at]}",
            f"T[-1,0]={pairs[at + 1]}",
            f"T[0,1]={pairs[at + 2]}",
            f"T[1,2]={pairs[at + 3]}",
            f"T[-3][1]={'X' if at > 2 else BEGIN}",
            f"T[-2][1]={'X' if at > 1 else BEGIN}",
            f"T[-1][1]={'X' if at else BEGIN}",
            f"T[-3,-2][1]={'X X' if at > 2 else BEGIN}",
            f"T[-2,-1][1]={'X X' if at > 1 else BEGIN}",
        ]
        for at in range(len(words))
    ]


def _pairs(padded: Sequence[str], count: int) -> Iterator[str]:
    """Yield each word with the next one, and what stands for pairs over the edges."""
    for at in range(count + 3):
        if at < 2:
            yield BEGIN
        elif at + 1 >= count + 2:
            yield END
        else:
            yield f"{padded[at]} {padded[at + 1]}"


def _is_title(word: str) -> bool:
    """Tell whether each part of a word begins with a capital."""
    return all(part and part[0].istitle() for part in word.split(" ")) if word else False
