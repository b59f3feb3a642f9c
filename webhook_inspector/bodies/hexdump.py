"""Bytes as hexadecimal, sixteen a line, with the printable ASCII characters beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import overload

from webhook_inspector.bodies.lines import hits

_LETTERS = bytes(byte if 0x20 <= byte < 0x7F else ord(".") for byte in range(256))


def hexdump(content: bytes, offset: int = 0) -> list[str]:
    """The lines that `hexdump -C` prints, but for its last; `offset` is the number that the first begins with."""
    return [_line(content[start : start + 16], offset + start) for start in range(0, len(content), 16)]


def _line(row: bytes, offset: int) -> str:
    letters = row.translate(_LETTERS).decode("ascii")
    return f"{offset:08x}  {row[:8].hex(' '):<23}  {row[8:].hex(' '):<23}  |{letters}|"


class HexLines(Sequence[str]):
    """The same lines of any number of bytes, each made when it is asked for."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return (len(self._content) + 15) // 16

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        start = 16 * range(len(self))[number]
        return _line(self._content[start : start + 16], start)

    def places(self, wanted: str) -> Iterator[tuple[int, int, int] | None]:
        """Line, first character and the one behind the last, wherever the bytes of a text occur, in either case.

        Where they do not and it is hexadecimal, those that it names. Of what goes over the end of a line only the beginning;
        None now and then, where one may pause.
        """
        seen = False
        for pattern, longest in _patterns(wanted):
            for hit in () if seen else hits(pattern, self._content, longest):
                seen = seen or hit is not None
                yield hit and _place(*hit)


def _place(start: int, end: int) -> tuple[int, int, int]:
    line, first = divmod(start, 16)
    return line, _column(first), _column(min(first + end - start, 16) - 1) + 2


def _patterns(wanted: str) -> Iterator[tuple[re.Pattern[bytes], int]]:
    """With the number of bytes that each finds."""
    text = wanted.encode("utf-8", "surrogatepass")
    if text:
        yield re.compile(re.escape(text), re.IGNORECASE), len(text)
    try:
        named = bytes.fromhex(wanted)
    except ValueError:
        return
    if named:
        yield re.compile(re.escape(named)), len(named)


def _column(byte: int) -> int:
    """Where the two digits of a byte begin."""
    return 10 + 3 * byte + (byte > 7)
