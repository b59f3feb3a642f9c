"""A multipart body (RFC 2046) taken apart to be edited: whatever nobody touches stays as it stood, byte for byte."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.bodies.multipart import MOST_PARTS, Part, Stretch, stretches

MOST = 16 * 2**20
"""Bytes of the largest body that is taken apart: every change puts the whole of it together again."""
_LINE_ENDS = b"\r\n"
_END = re.compile(rb"--[ \t]*(?=\r?\n|\Z)")
"""What makes a boundary the last."""
_DISPOSITION, _TYPE = b"Content-Disposition", b"Content-Type"


@dataclass(frozen=True, slots=True)
class FormPart:
    """Its four pieces stand one behind the other in the body."""

    mark: bytes
    """The boundary before it, without a line end."""
    head: bytes
    """With the line end of the boundary and the empty line below; less than that only where the body has less."""
    body: bytes
    ending: bytes
    """The line end that belongs to the boundary behind it; empty where none is left."""

    @property
    def raw(self) -> bytes:
        return self.mark + self.head + self.body + self.ending

    @property
    def name(self) -> str:
        return self._read().name

    @property
    def file_name(self) -> str:
        return self._read().file_name

    @property
    def content_type(self) -> str:
        return self._read().content_type

    def with_body(self, body: bytes) -> "FormPart":
        if body == self.body:
            return self
        return replace(self, head=_closed(self.head), body=body)

    def with_names(self, name: str, file_name: str) -> "FormPart":
        """Of its head only the line that tells them is written anew."""
        if (name, file_name) == (self.name, self.file_name):
            return self
        kind = _value(self.head, _DISPOSITION).partition(b";")[0].strip() or b"form-data"
        told = b'%s; name="%s"' % (kind, _quoted(name))
        return self._with_line(_DISPOSITION, told + (b'; filename="%s"' % _quoted(file_name) if file_name else b""))

    def with_type(self, content_type: str) -> "FormPart":
        """Empty: without one, which means plain text."""
        if content_type == self.content_type:
            return self
        value = content_type.replace("\r", " ").replace("\n", " ").strip()
        return self._with_line(_TYPE, value.encode("utf-8", "replace"))

    def _with_line(self, name: bytes, value: bytes) -> "FormPart":
        head = _closed(self.head)
        line = name + b": " + value + _line_end(head) if value else b""
        found = _line_of(name).search(head)
        begin, end = found.span() if found else (_empty_line(head), _empty_line(head))
        return replace(self, head=head[:begin] + line + head[end:])

    def _read(self) -> Part:
        return Part(self.head.strip(_LINE_ENDS), self.body)


@dataclass(frozen=True, slots=True)
class Multipart:
    boundary: str
    preamble: bytes
    """What stands before the first boundary."""
    parts: tuple[FormPart, ...]
    closing: bytes
    """The last boundary with what stands behind it; empty where the body lacks it."""

    @property
    def body(self) -> bytes:
        return b"".join((self.preamble, *(one.raw for one in self.parts), self.closing))

    def with_part(self, place: int, part: FormPart) -> "Multipart":
        return self._with((*self.parts[:place], part, *self.parts[place + 1 :]))

    def without(self, place: int) -> "Multipart":
        return self._with((*self.parts[:place], *self.parts[place + 1 :]))

    def with_field(self, name: str) -> "Multipart":
        """With one more part, an empty text, behind the others."""
        line_end = _line_end(self.parts[-1].head) if self.parts else b"\r\n"
        told = b'form-data; name="%s"' % _quoted(name)
        part = FormPart(self._mark, line_end + _DISPOSITION + b": " + told + line_end * 2, b"", line_end)
        closing = self.closing or self._mark + b"--" + line_end
        apart = b"" if self.parts or not self.preamble or self.preamble.endswith(b"\n") else line_end
        parts = tuple(_ended((*self.parts, part), closed=True))
        return replace(self, preamble=self.preamble + apart, parts=parts, closing=closing)

    def clashes(self, body: bytes) -> bool:
        """Whether these bytes hold the boundary, and so cannot be those of a part."""
        begin = body.find(self._mark)  # many times as fast as the pattern, which large bodies seldom need
        line = re.compile(rb"(?:\A|\n)" + re.escape(self._mark) + rb"(?:--)?[ \t]*(?:\r?\n|\Z)")
        return begin >= 0 and line.search(body, max(begin - 1, 0)) is not None

    @property
    def _mark(self) -> bytes:
        return b"--" + self.boundary.encode("utf-8", "replace")

    def _with(self, parts: Sequence[FormPart]) -> "Multipart":
        """Every part but the last has a boundary behind it, and the last one where the body has an end."""
        return replace(self, parts=tuple(_ended(parts, closed=bool(self.closing))))


def boundary_of(content_type: str) -> str:
    """Empty where the type is not that of a multipart body, or does not tell the boundary."""
    media = MediaType.parse(content_type)
    return media.boundary if media.name.startswith("multipart/") and media.boundary.strip() else ""


def multipart_of(body: bytes, content_type: str) -> Multipart | None:
    """None for what is no multipart body by its type, too much, or holds too many parts."""
    boundary = boundary_of(content_type)
    if not boundary or len(body) > MOST:
        return None
    found: list[Stretch] = []
    for one in stretches(body, boundary):
        found.append(one)
        if len(found) > MOST_PARTS:
            return None
    return _apart(body, boundary, found)


def _apart(body: bytes, boundary: str, found: Sequence[Stretch]) -> Multipart:
    if not found:
        return _empty(body, boundary)
    mark = b"--" + boundary.encode("utf-8", "replace")
    at = body.rindex(mark, 0, found[0].begin)
    preamble, parts = body[:at], []
    for one in found:
        after = _after_line_end(body, one.end)
        ending = body[one.end : after]
        parts.append(FormPart(body[at : one.begin], body[one.begin : one.body], body[one.body : one.end], ending))
        at = after
    return Multipart(boundary, preamble, tuple(parts), body[at:])


def _empty(body: bytes, boundary: str) -> Multipart:
    """Nothing but an end, or not even that: new parts go before it, or behind what there is."""
    mark = b"--" + boundary.encode("utf-8", "replace")
    at = body.find(mark)
    while at >= 0 and (body[at - 1 : at] not in {b"", b"\n"} or not _END.match(body, at + len(mark))):
        at = body.find(mark, at + 1)
    at = len(body) if at < 0 else at
    return Multipart(boundary, body[:at], (), body[at:])


def _ended(parts: Sequence[FormPart], *, closed: bool) -> Iterable[FormPart]:
    for place, one in enumerate(parts):
        if closed or place < len(parts) - 1:
            yield one if one.ending else replace(one, ending=_line_end(one.head))
        else:
            yield replace(one, ending=b"")


def _after_line_end(body: bytes, at: int) -> int:
    if body[at : at + 2] == _LINE_ENDS:
        return at + 2
    return at + 1 if body[at : at + 1] == b"\n" else at


def _closed(head: bytes) -> bytes:
    """The head with the empty line that ends it."""
    line_end = _line_end(head)
    if head.endswith((b"\n\n", b"\n\r\n")):
        return head
    return head.rstrip(_LINE_ENDS) + line_end * 2


def _empty_line(head: bytes) -> int:
    """Where the one at the end of a closed head begins."""
    return len(head) - (2 if head.endswith(_LINE_ENDS) else 1)


def _line_end(head: bytes) -> bytes:
    """As the head ends its lines."""
    return b"\n" if head.startswith(b"\n") else b"\r\n"


def _line_of(name: bytes) -> re.Pattern[bytes]:
    """The line of a header, with those that it is folded into and its line end."""
    return re.compile(rb"(?im)^" + name + rb"[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*")


def _value(head: bytes, name: bytes) -> bytes:
    found = _line_of(name).search(head)
    return found[0].partition(b":")[2].strip() if found else b""


def _quoted(text: str) -> bytes:
    """As browsers write names (HTML Standard, "multipart/form-data encoding algorithm"); no backslash escapes what is behind it."""
    written = text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    return re.sub(r"\\(?=\\|\Z)", r"\\\\", written).encode("utf-8", "replace")
