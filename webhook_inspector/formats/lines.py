"""The lines of a file, counted for the sentence that says where it does not fit."""

from typing import BinaryIO

from webhook_inspector.formats.format import MisfitError, read_up_to

LINE_LIMIT = 256 * 2**20
"""Longest line that is read, in bytes."""

RAW_LIMIT = 2**30
"""Most raw bytes in one piece: more than a history can hold of one body."""


class Lines:
    """One line after the other. A line can be given back, and raw bytes can be taken in between."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._again = b""
        self.number = 0
        """Of the line taken last, from 1."""

    def take(self) -> bytes:
        """The next line with its end; empty at the end of the file."""
        line, self._again = self._again or self._stream.readline(LINE_LIMIT + 1), b""
        self.number += bool(line)
        if len(line) > LINE_LIMIT:
            raise MisfitError(f"longer than {LINE_LIMIT} bytes")
        return line

    def give_back(self, line: bytes) -> None:
        self._again = line
        self.number -= bool(line)

    def raw(self, size: int) -> bytes:
        """Exactly `size` bytes. Not to be called while a line is given back."""
        if size > RAW_LIMIT:
            raise MisfitError(f"more than {RAW_LIMIT} bytes in one piece")
        found = read_up_to(self._stream, size)
        if len(found) < size:
            raise MisfitError(f"the file ends after {len(found)} of {size} bytes")
        self.number += found.count(b"\n")
        return found
