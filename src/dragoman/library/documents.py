"""Articles in single files: text, Markdown, HTML, mail and the text layer of PDF."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from dragoman.intake import IntakeOptions
from dragoman.intake.publication import iso_day
from dragoman.intake.source import LARGEST
from dragoman.library.items import Fault, Item

FORMATS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
MOST_PAGES = 400


def text_items(path: Path, options: IntakeOptions) -> Iterator[Item | Fault]:
    """Yield the one item of a text, Markdown or HTML file."""
    data = _bytes(path)
    if isinstance(data, Fault):
        yield data
        return
    kind = options.format or FORMATS.get(path.suffix.lower())
    key = path.resolve().as_uri()
    yield Item(str(path), data=data, key=key, options=replace(options, format=kind))


def mail_items(path: Path, options: IntakeOptions) -> Iterator[Item | Fault]:
    """Yield the one item of a mail: its plain part, else its HTML part."""
    data = _bytes(path)
    if isinstance(data, Fault):
        yield data
        return
    try:
        mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
        part = mail.get_body(("plain", "html"))
        content = part.get_content() if isinstance(part, EmailMessage) else ""
        kind = part.get_content_subtype() if part else "plain"
        title, day = str(mail["subject"] or ""), iso_day(str(mail["date"] or ""))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as problem:
        yield Fault(str(path), f"not mail that can be read ({type(problem).__name__})")
        return
    known = replace(options, published=options.published or day, url=options.url)
    known = replace(known, format="html" if kind == "html" else "text")
    ident = str(mail["message-id"] or "").strip() or path.resolve().as_uri()
    if not str(content).strip():
        yield Fault(str(path), "no text in it")
    elif kind == "html":
        page = str(content).encode("utf-8", "surrogatepass")
        yield Item(str(path), data=page, title=title or None, key=ident, options=known)
    else:
        words = str(content).replace("\r\n", "\n")
        yield Item(str(path), words, title=title or None, key=ident, options=known)


def pdf_items(path: Path, options: IntakeOptions) -> Iterator[Item | Fault]:
    """Yield the one item of a PDF file: the text layer of its pages."""
    from pypdf import PdfReader

    data = _bytes(path)
    if isinstance(data, Fault):
        yield data
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are no one's business
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        title = (reader.metadata.title if reader.metadata else None) or None
    except Exception as problem:  # a broken PDF raises whatever it breaks
        yield Fault(str(path), f"not PDF that can be read ({type(problem).__name__})")
        return
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        yield Fault(str(path), "a PDF without a text layer")
        return
    key = path.resolve().as_uri()
    known = replace(options, format="text")
    yield Item(str(path), text, title=title, key=key, options=known)


def _bytes(path: Path) -> bytes | Fault:
    """Return what a file holds, or why it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            return Fault(str(path), f"larger than {LARGEST // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as problem:
        return Fault(str(path), f"cannot be read ({problem.strerror})")
