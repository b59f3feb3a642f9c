r"""Signed content as lines for reading, so that every byte that counts can be seen: line ends are written out as `\n` and `\r\n`."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.bodies.hexdump import hexdump
from webhook_inspector.bodies.lines import cut, harmless
from webhook_inspector.ui.body_text import COPY_LIMIT
from webhook_inspector.ui.text_formats import Span

SHOWN_LIMIT = 64 * 2**10
"""Bytes that are laid out for showing."""


@dataclass(frozen=True, slots=True)
class ContentText:
    content: bytes
    """All of it, for copying."""
    lines: Sequence[str]
    spans: Sequence[Sequence[Span]]
    """They make the written line ends paler than the text."""
    hex_lines: Sequence[str]

    @property
    def shown(self) -> int:
        """Bytes that the lines show."""
        return min(len(self.content), SHOWN_LIMIT)


def lay_out(content: bytes) -> ContentText:
    part = content[:SHOWN_LIMIT]
    lines: list[str] = []
    spans: list[list[Span]] = []
    parts = part.decode("utf-8", "backslashreplace").split("\n")
    for place, text in enumerate(parts):
        end = "" if place == len(parts) - 1 else "\\n"
        if not end and not text and lines:
            break  # the line end before it is written out already
        if end and text.endswith("\r"):
            text, end = text[:-1], "\\r\\n"  # noqa: PLW2901 (the line without its end)
        pieces = cut([harmless(text)])
        spans += [[] for _ in pieces[1:]]
        spans.append([(len(pieces[-1]), len(end), "comment")] if end else [])
        lines += [*pieces[:-1], pieces[-1] + end]
    return ContentText(content, lines, spans, hexdump(part))


def as_text(content: bytes) -> str:
    r"""For the clipboard, line ends as they are; bytes that are not UTF-8 as `\xNN`."""
    return content[:COPY_LIMIT].decode("utf-8", "backslashreplace")


def as_hex(content: bytes) -> str:
    return content[:COPY_LIMIT].hex()
