"""XML laid out again by its tags alone. Nothing is parsed, so no entity is expanded and nothing is fetched."""

import re
from collections.abc import Iterator, Sequence

from webhook_inspector.bodies.lines import cut
from webhook_inspector.bodies.packed import packed
from webhook_inspector.bodies.progress import Progress

DEEPEST = 100
"""Levels from which on lines are no further indented."""
_MOST_TIMES = 16
_UNHEEDED = 4_096
_AT_ONCE = 1_000
"""Lines that are given out at once."""

_TOKEN = re.compile(
    r"""(?P<text>[^<]++|<!\[CDATA\[.*?\]\]>)
      | (?P<close></[^<>]*+>)
      | (?P<aside><!--.*?-->|<\?.*?\?>|<![A-Za-z][^<>\[]*+(?:\[.*?\]\s*+)?>)
      | (?P<open><[^<>"'/!?\s][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>)""",
    re.DOTALL | re.VERBOSE,
)


def xml_lines(text: str, *, whole: bool = True, step: str = "  ") -> list[str] | None:
    """The lines, each element one `step` deeper than the one around it; None where the text is no balanced XML.

    Only blanks between tags go. An element that holds text stays as it is, since blanks in it may mean something. Not `whole`:
    `text` is the beginning of something, and its end may be missing.
    """
    try:
        return [line for lines in _slices(text, step, Progress(), whole=whole) for line in lines]
    except _UnfitError:
        return None


def xml_display(text: str, progress: Progress, *, whole: bool = True) -> Sequence[str] | None:
    """The same lines, cut, and packed where they are many."""
    try:
        return packed(cut(lines) for lines in _slices(text, "  ", progress, whole=whole))
    except _UnfitError:
        return None


class _UnfitError(Exception):
    """It is no balanced XML, or the lines have become too many."""


def _slices(text: str, step: str, progress: Progress, *, whole: bool) -> Iterator[list[str]]:
    layout = _Layout(step, _MOST_TIMES * len(text) + _UNHEEDED)
    position = 0
    # Each token must begin where the last ended: the first that does not ends it all, so that time stays linear.
    while layout.fits and (match := _TOKEN.match(text, position)):
        layout.put(match.lastgroup or "", match[0])
        position = match.end()
        if layout.count >= _AT_ONCE:
            progress.tell(position, len(text))
            yield layout.take()
    if not layout.fits or (whole and (position < len(text) or not layout.balanced)):
        raise _UnfitError
    layout.finish(text[position:])
    yield layout.take()


class _Layout:
    """The lines so far, and the elements that are open."""

    def __init__(self, step: str, room: int) -> None:
        self._step = step
        self._room = room
        self._lines: list[str] = []
        self._line: list[str] = []
        self._inline = [False]
        """For each open element, and for the whole: whether what comes in it stays on the line."""
        self._opened = False
        """Whether the last token opened an element: one that closes at once stays on its line."""
        self.fits = True
        """Turns false where more is closed than was open, or where there would be too much of it."""

    @property
    def count(self) -> int:
        """Lines that can be taken."""
        return len(self._lines)

    @property
    def balanced(self) -> bool:
        return len(self._inline) == 1

    def put(self, kind: str, token: str) -> None:
        if kind == "text":
            self._inline[-1] = self._inline[-1] or not token.isspace()
            if self._inline[-1]:
                self._line.append(token)
            return
        if kind == "close":
            inside = self._inline.pop() or self._opened
            self.fits = self.fits and bool(self._inline)
        else:
            inside = self._inline[-1]
        if not inside:
            self._break()
        self._line.append(token)
        self._opened = kind == "open" and not token.endswith("/>")
        if self._opened:
            self._inline.append(self._inline[-1])

    def take(self) -> list[str]:
        """The lines since the last time."""
        lines, self._lines = self._lines, []
        return [line for some in lines for line in some.split("\n")]

    def finish(self, rest: str) -> None:
        """`rest` is what the end of the text cuts in two."""
        if rest:
            self.put("aside", rest)
        self._break()

    def _break(self) -> None:
        if self._line:
            line = "".join(self._line)
            self._lines.append(line)
            self._room -= len(line)
            self.fits = self.fits and self._room >= 0
        self._line = [self._step * min(len(self._inline) - 1, DEEPEST)]
