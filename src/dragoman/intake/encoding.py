"""The text that bytes stand for, whatever the encoding they were written in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dragoman.core.records import Notice
from dragoman.intake.options import IntakeError
from dragoman.intake.source import Source

SAMPLE = 20_000
REPLACED = "\ufffd"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PUNCTUATION = "“”„‘’«»–—…№§©°\u00a0"
_JAPANESE = "\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e"
_CYRILLIC = f"А-Яа-яЁё{_PUNCTUATION}"
_VIETNAMESE = f"ÀÁÂĂÈÉÊÌÍÒÓÔƠÙÚƯĐàáâăèéêìíòóôơùúưđ\u0300\u0301\u0303\u0309\u0323{_PUNCTUATION}"
_WESTERN = f"À-ÖØ-öø-ÿœŒßŠšŽž€£{_PUNCTUATION}"
_SCRIPTS = {_JAPANESE: re.compile("[\u3041-\u30ff]"), _CYRILLIC: re.compile("[А-Яа-яЁё]")}
LEGACY = (
    ("cp932", _JAPANESE, 2),
    ("euc_jp", _JAPANESE, 2),
    ("cp1251", _CYRILLIC, 1),
    ("koi8_r", _CYRILLIC, 1),
    ("cp1252", _WESTERN, 1),
    ("cp1258", _VIETNAMESE, 1),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w-]+)|"""
    rb"""^content-type:[^\n]{0,80}charset=["']?([\w-]{2,40})|^(?:encoding|charset):\s*["']?([\w-]{2,40})""",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROL = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_ODD = re.compile("[a-zà-öø-ÿа-яё][А-ЯЁÀ-ÖØ-Þ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
_WIDE = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and what went wrong."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decoded(source: Source, given: str | None = None) -> Decoded:
    """Return the text of the bytes: as given, marked, declared, UTF-8, or the likeliest."""
    data = source.data
    if given:
        return _lenient(source, _known(source, given))
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lenient(source, encoding)
    wide = _wide(data)
    if wide:
        return _lenient(source, wide)
    for encoding in ("utf-8", *_declared(data)):
        text = _strict(data, encoding)
        if text is not None:
            return _checked(source, text, encoding)
    return _guessed(source)


def _known(source: Source, name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise IntakeError(source.name, f"no encoding is called {name!r}") from None


def _declared(data: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return ()
    name = next(group for group in found.groups() if group).decode("ascii", "replace").lower()
    name = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932"}.get(name, name)
    try:
        return (codecs.lookup(name).name,)
    except LookupError:
        return ()


def _wide(data: bytes) -> str | None:
    """Return UTF-16 of either order where every second byte of a text is nearly always zero."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > half * 0.4 and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.4 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _lenient(source: Source, encoding: str) -> Decoded:
    try:
        text = source.data.decode(encoding, "replace")
    except (LookupError, ValueError, TypeError):
        raise IntakeError(source.name, f"{encoding!r} is no encoding of text") from None
    return _checked(source, text.removeprefix("\ufeff"), encoding)


def _checked(source: Source, text: str, encoding: str) -> Decoded:
    """Return the text unless it is binary; a notice says how much of it was lost."""
    if not text.strip("\ufeff\u200b\x00 \t\r\n"):
        raise IntakeError(source.name, "empty")
    sample = text[:SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 50) or "\x00\x00" in sample:
        raise IntakeError(source.name, "binary, not text")
    lost = text.count(REPLACED)
    if lost > len(text) // 5:
        raise IntakeError(source.name, f"binary, or not text in {encoding}")
    if not lost:
        return Decoded(text, encoding)
    message = f"broken encoding: {lost} character(s) could not be read as {encoding}"
    return Decoded(text, encoding, (Notice("broken-encoding", message),))


def _guessed(source: Source) -> Decoded:
    """Return the likeliest reading of bytes that are neither UTF-8 nor declared."""
    lenient = source.data.decode("utf-8", "replace")
    wide = sum(1 for char in lenient[:SAMPLE] if ord(char) > 127 and char != REPLACED)
    if wide > 2 * lenient[:SAMPLE].count(REPLACED) or "\x00" in lenient[:SAMPLE]:
        return _checked(source, lenient, "utf-8")
    sample = source.data[:SAMPLE]
    scored = [(_score(sample, *row), -rank, row[0]) for rank, row in enumerate(LEGACY)]
    best, _, name = max(scored)
    if best <= 0:
        match = from_bytes(sample).best()
        name = match.encoding if match else "utf-8"
    found = _lenient(source, name)
    message = f"encoding not declared: read as {name}"
    return Decoded(found.text, name, (*found.notices, Notice("encoding-guessed", message)))


def _score(sample: bytes, encoding: str, letters: str, width: int) -> int:
    """Return how many bytes look like what the encoding was made for, less what does not."""
    text = sample.decode(encoding, "replace")
    wide = len(_WIDE.findall(text))
    native = len(re.findall(f"[{letters}]", text))
    if letters in _SCRIPTS and len(_SCRIPTS[letters].findall(text)) * 50 < len(text):
        return 0
    return width * native - 3 * (wide - native) - 2 * len(_ODD.findall(text))
