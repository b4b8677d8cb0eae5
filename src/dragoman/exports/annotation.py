"""Records as W3C Web Annotations on the pages that they were read from, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.core.records import Article, Reading, Record, Span
from dragoman.exports.kinds import kind_of
from dragoman.exports.objects import object_of, to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BESIDE = 32  # letters before and after a quotation by which it is found


def annotation_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield an annotation for each record: its object as the body, its sentence as the target."""
    for reading in readings:
        for record in reading.records:
            yield to_json(annotation_of(record, reading.article))


def annotation_of(record: Record, article: Article) -> dict[str, Any]:
    """Return the annotation of a record; an article without address is named by its id."""
    return {
        "@context": CONTEXT,
        "id": f"urn:dragoman:{record.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {
            "type": "TextualBody",
            "purpose": "classifying",
            "format": "application/json",
            "value": to_json(object_of(record)),
        },
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": article.url or f"urn:dragoman:{article.id}",
                "type": "Text",
                "language": article.language,
            },
            "selector": [_quoted(record.evidence, article.text), _placed(record.evidence)],
        },
        "generator": {"type": "Software", "name": f"dragoman {kind_of(record)} reader"},
    }


def _quoted(span: Span, text: str) -> dict[str, str]:
    """Return the selector that finds a passage by its words and those around it."""
    return {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - BESIDE) : span.start],
        "suffix": text[span.stop : span.stop + BESIDE],
    }


def _placed(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.stop}
