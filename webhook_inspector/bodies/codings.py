"""The content codings that we can undo, each as an engine that gives out a little at a time. Libraries are imported on use."""

import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

_PIECE = 2**16
"""Bytes that an engine may give at once (brotli may give twice that)."""
_STEPS = 4_096
"""Portions in which a stream is fed: a fault costs no more of the content than one portion of the stream holds."""
_MOST_MEMBERS = 1_000
"""Members of a gzip file or frames of a zstd stream. To make the engine for each takes long, and one of 20 bytes is valid."""
_START = 16
_WINDOW = 23
"""Largest zstd window, as a power of two: RFC 9659 forbids more for a content coding; a hostile frame asks for 2 GB."""


class BrokenStreamError(Exception):
    """The stream gives no more. `code` is that of the problem; `reason` is the library's, or empty."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Engine(Protocol):
    """Undoes one member of a stream. The same shape as the standard library's bz2, lzma and zstd decompressors."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Coding:
    """One row of the table."""

    name: str
    engine: Callable[[bytes], Engine]
    """Makes an engine for the member that begins with these bytes, _START of them."""
    next_member: re.Pattern[bytes]
    """What another member begins with, where the coding allows several in a row."""


def pieces(coding: Coding, body: bytes) -> Iterator[bytes]:
    """The content, about `_PIECE` bytes at a time. Raises BrokenStreamError where there is no more to be had."""
    step = max(1, len(body) // _STEPS)
    position = 0
    for _ in range(_MOST_MEMBERS):
        engine = _made(coding, body[position : position + _START])
        while not engine.eof:
            portion = b""
            if engine.needs_input:
                portion = body[position : position + step]
                if not portion:
                    raise BrokenStreamError("coding-cut")
                position += len(portion)
            yield engine.decompress(portion, _PIECE)
        position -= len(engine.unused_data)
        if not coding.next_member.match(body, position):
            break
    else:
        raise BrokenStreamError("coding-members")
    if body[position:].strip(b"\0"):
        raise BrokenStreamError("coding-rest")


def _made(coding: Coding, start: bytes) -> Engine:
    try:
        return coding.engine(start)
    except ImportError as error:
        raise BrokenStreamError("coding-damaged", str(error)) from error


class _Zlib:
    """zlib's own object, in the shape of the others. `wbits` tells the container: 31 gzip, 15 zlib, -15 none."""

    def __init__(self, wbits: int) -> None:
        self._engine = zlib.decompressobj(wbits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._engine.eof

    @property
    def unused_data(self) -> bytes:
        return self._engine.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        try:
            piece = self._engine.decompress(self._engine.unconsumed_tail + data, max_length)
        except zlib.error as error:
            raise BrokenStreamError("coding-damaged", str(error).rpartition(": ")[2]) from error
        # A full piece may leave output waiting even where all input is used up.
        self.needs_input = len(piece) < max_length and not self._engine.unconsumed_tail
        return piece


class _Brotli:
    unused_data = b""  # it refuses a portion that goes beyond its end

    def __init__(self) -> None:
        import brotli

        self._engine = brotli.Decompressor()
        self._error = brotli.error
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return bool(self._engine.is_finished())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        try:
            piece: bytes = self._engine.process(data, output_buffer_limit=max_length)
        except self._error as error:
            raise BrokenStreamError("coding-damaged", str(error).rpartition(": ")[2]) from error
        # It says that it can accept more while output is waiting: only an empty piece means that there is none.
        self.needs_input = not piece and self._engine.can_accept_more_data()
        return piece


class _Zstd:
    def __init__(self) -> None:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd

        self._engine = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW})
        self._error = zstd.ZstdError

    @property
    def eof(self) -> bool:
        return self._engine.eof

    @property
    def needs_input(self) -> bool:
        return self._engine.needs_input

    @property
    def unused_data(self) -> bytes:
        return self._engine.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        try:
            return self._engine.decompress(data, max_length)
        except self._error as error:
            raise BrokenStreamError("coding-damaged", str(error).rpartition(": ")[2]) from error


def _deflate(start: bytes) -> _Zlib:
    """RFC 9110 says zlib (RFC 1950), whose two bytes hold a check; some senders leave that container off.

    Without it nearly any bytes are the beginning of some content, JSON among them: what reads as text is taken for text.
    """
    if start[0] & 0x0F == 8 and (len(start) == 1 or int.from_bytes(start[:2]) % 31 == 0):
        return _Zlib(15)
    if start.isascii() and start.decode("ascii").isprintable():
        raise BrokenStreamError("coding-damaged", "it is plain text")
    return _Zlib(-15)


_NEVER = re.compile(rb"(?!)")
_GZIP = Coding("gzip", lambda _start: _Zlib(31), re.compile(rb"\x1f\x8b"))
CODINGS: dict[str, Coding] = {
    "gzip": _GZIP,
    "x-gzip": _GZIP,
    "deflate": Coding("deflate", _deflate, _NEVER),
    "br": Coding("br", lambda _start: _Brotli(), _NEVER),
    "zstd": Coding("zstd", lambda _start: _Zstd(), re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")),
}
