"""Captures as files: one file per format, and the list of those that can be written and read back."""

import re

from webhook_inspector.formats import har, http, jsonl
from webhook_inspector.formats.format import Format

FORMATS: dict[str, Format] = {chosen.name: chosen for chosen in (jsonl.FORMAT, http.FORMAT, har.FORMAT)}
"""By the name that `--format` takes."""

_CERTAIN = (
    ("har", re.compile(rb'\{\s*"log"\s*:')),
    ("jsonl", re.compile(rb'\{"received_(?:at|ns)"')),
    ("http", re.compile(rb"###|# bytes: ")),
)
_LIKELY = (
    ("jsonl", re.compile(rb"\{")),
    ("http", re.compile(rb"#|//|@|https?://|[A-Z]+[ \t]+(?:https?://|/)")),
)
_SUFFIXES = {".ndjson": "jsonl", ".rest": "http", **{chosen.suffix: chosen.name for chosen in FORMATS.values()}}


def guess(first_bytes: bytes, filename: str) -> Format | None:
    """The format of a file: by how it begins where that is certain, else by its suffix, else by how it seems to begin."""
    start = first_bytes.removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = re.search(r"\.[A-Za-z]+$", filename)
    by_suffix = _SUFFIXES.get(suffix[0].lower()) if suffix else None
    name = _beginning(start, _CERTAIN) or by_suffix or _beginning(start, _LIKELY)
    return FORMATS[name] if name else None


def _beginning(start: bytes, patterns: tuple[tuple[str, re.Pattern[bytes]], ...]) -> str | None:
    return next((name for name, pattern in patterns if pattern.match(start)), None)
