"""Loading of spaCy models with the quicker matrix routines, and the running of their parts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64


def load_model(packages: Iterable[str], exclude: Iterable[str]) -> Language:
    """Return the first of these model packages that is installed, without the named parts.

    Raises ``ImportError`` naming them all when none is.
    """
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    names = tuple(packages)
    for name in names:
        try:
            module = import_module(name)
        except ImportError:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model: Language = module.load(exclude=list(exclude))
        return model
    raise ImportError(f"none of these model packages is installed: {', '.join(names)}")


def parsed(model: Language, docs: Iterable[Doc]) -> Iterator[Doc | None]:
    """Yield each document parsed, or ``None`` where the model failed on it."""
    batch: list[Doc] = []
    for doc in docs:
        batch.append(doc)
        if len(batch) == BATCH:
            yield from _run(model, batch)
            batch = []
    yield from _run(model, batch)


def _run(model: Language, batch: list[Doc]) -> Iterator[Doc | None]:
    """Run the model over a batch; when it fails, over each document on its own."""
    try:
        yield from list(_through(model, batch))
    except Exception:
        for doc in batch:
            yield _alone(model, doc)


def _through(model: Language, batch: Iterable[Doc]) -> Iterable[Doc]:
    """Send documents through every part of the model."""
    for _, part in model.pipeline:
        batch = part.pipe(batch, batch_size=BATCH) if hasattr(part, "pipe") else map(part, batch)
    return batch


def _alone(model: Language, doc: Doc) -> Doc | None:
    """Return one document parsed, or ``None``: a sentence that breaks a parser costs itself."""
    try:
        return next(iter(_through(model, [model.make_doc(doc.text)])))
    except Exception:
        return None
