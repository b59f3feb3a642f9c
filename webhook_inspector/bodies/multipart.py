"""A multipart body (RFC 2046) part by part: text as text, and a glance at what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from webhook_inspector.bodies.charset import known_charset, text_of
from webhook_inspector.bodies.hexdump import hexdump
from webhook_inspector.bodies.lines import hits, text_lines
from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.bodies.sniff import is_binary
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show, visible

MOST_PARTS = 1_000
_GLANCE = 64
"""Bytes shown of a part that is not text."""
_PARAMETER = re.compile(r';[ \t]*+([^\s;="*]++)[ \t]*+=[ \t]*+(?:"((?:[^"\\]++|\\["\\]|\\)*+)"?+|([^;]*+))')
"""Of a file name only `\\"` and `\\\\` are escapes: browsers send `C:\\new.txt` as it is."""
_QUOTED = re.compile(r'\\(["\\])')
_EXTENDED = re.compile(r"(?i);[ \t]*+filename\*[ \t]*+=[ \t]*+([\w-]++)'[^']*+'([^;\s]++)", re.ASCII)
"""RFC 5987: `filename*=UTF-8''na%C3%AFve.txt`."""
_UNFIT = re.compile(r'[\x00-\x1f<>:"|?*\\/]')
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
"""Names that Windows takes for devices, in any folder and with any suffix."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two boundaries."""

    head: bytes
    body: bytes

    @property
    def content_type(self) -> str:
        return show(first(parse_fields(self.head), b"content-type") or b"")

    @property
    def name(self) -> str:
        """That of the form's field; empty where there is none."""
        return self._parameter("name")

    @property
    def file_name(self) -> str:
        """As the sender gave it: for reading, never for a path."""
        return self._parameter("filename")

    def _parameter(self, wanted: str) -> str:
        value = (first(parse_fields(self.head), b"content-disposition") or b"").decode("utf-8", "replace")
        extended = _EXTENDED.search(value) if wanted == "filename" else None
        if extended:
            return visible(
                unquote(extended[2], extended[1] if known_charset(extended[1].lower()) else "utf-8", "replace")
            )
        found = next((match for match in _PARAMETER.finditer(value) if match[1].lower() == wanted), None)
        return visible(_QUOTED.sub(r"\1", found[2]) if found[2] is not None else found[3].strip()) if found else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a part stands in its body."""

    begin: int
    """At the line end of the boundary before it."""
    body: int
    """Behind the empty line that ends its head; at its end where there is none."""
    end: int
    """At the line end before the next boundary."""


def safe_name(wanted: str, otherwise: str) -> str:
    """The last part of a file name of a stranger, fit for every system: no folder, no device, no sign that acts; not too long."""
    name = _UNFIT.sub("_", visible(re.split(r"[/\\]", wanted)[-1])).strip(" .")[-120:].lstrip(" .")
    return name if name and not _DEVICE.match(name) else otherwise


def multipart_lines(content: bytes, boundary: str) -> tuple[list[str], Problem | None]:
    """Every part below its boundary, and what is to be said of the body as a whole."""
    lines: list[str] = []
    parts = split(content, boundary)
    for part in islice(parts, MOST_PARTS):
        lines += [visible(f"--{boundary}"), *_part_lines(part)]
    more = next(parts, None)
    return lines, Problem.of("multipart-many", count=MOST_PARTS) if more else None


def split(content: bytes, boundary: str) -> Iterator[Part]:
    """The parts, leniently: the last may lack its end; what stands before the first and after the last is left out."""
    return (_part(content[one.begin : one.end]) for one in stretches(content, boundary))


def stretches(content: bytes, boundary: str) -> Iterator[Stretch]:
    """Where the parts stand, for those who leave all bytes around and within them as they are."""
    start = None
    for begin, end, last in _boundaries(content, b"--" + boundary.encode("utf-8", "replace")):
        if start is not None:
            yield _stretch(content, start, begin)
        if last:
            return
        start = end
    if start is not None:
        yield _stretch(content, start, len(content))


def _stretch(content: bytes, begin: int, end: int) -> Stretch:
    """Without the pattern of `_part`: where a large part has no head, that would hold the interpreter's lock."""
    found = content.find(b"\n\r\n", begin, end)
    plain = content.find(b"\n\n", begin, end if found < 0 else found + 1)
    if plain >= 0:
        return Stretch(begin, plain + 2, end)
    return Stretch(begin, end if found < 0 else found + 3, end)


def _boundaries(content: bytes, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where the line of each begins, with the line end before it, where it ends, and whether it is the last.

    Not by one pattern: a search through a part of some size would hold the interpreter's lock.
    """
    behind = re.compile(rb"(--)?+[ \t]*+(?=\r?\n|\Z)")
    for hit in hits(re.compile(re.escape(mark)), content, len(mark)):
        match = behind.match(content, hit[1]) if hit else None
        if hit and match and content[hit[0] - 1 : hit[0]] in (b"\n", b""):
            begin = max(0, hit[0] - 1)
            yield begin - (content[begin - 1 : begin] == b"\r"), match.end(), match[1] is not None


def _part(raw: bytes) -> Part:
    """`raw` begins with the line end of its boundary. Two line ends there: the part has no head."""
    end = _HEAD_END.search(raw)
    return Part(raw[: end.start()].lstrip(b"\r\n"), raw[end.end() :]) if end else Part(raw.lstrip(b"\r\n"), b"")


def _part_lines(part: Part) -> list[str]:
    head = [show(line) for line in part.head.splitlines()]
    return [*head, "", *_body_lines(part)]


def _body_lines(part: Part) -> list[str]:
    media = MediaType.parse(part.content_type)
    if not is_binary(part.body, declared_text=False):
        return text_lines(text_of(part.body, media.charset).text)
    rest = len(part.body) - _GLANCE
    return [*hexdump(part.body[:_GLANCE]), *([f"… + {rest}"] if rest > 0 else [])]
