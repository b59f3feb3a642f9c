"""Readers that take a request body off the wire piece by piece and never keep more than they may."""

import re

from webhook_inspector.core.problem import Problem
from webhook_inspector.net.head import Refusal, refuse, valid_trailers
from webhook_inspector.net.limits import Limits

_CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\x00-\x08\x0a-\x1f\x7f]*)?\r\n")
_CHUNK_LINE_LIMIT = 4096


class LengthReader:
    """A body of an announced length. Over the limit it reads only the part that is kept."""

    def __init__(self, length: int, limits: Limits) -> None:
        self.announced = length
        self.received = 0
        self.trailers = b""
        self.refusal: Refusal | None = None
        self._body = bytearray()
        self._wanted = length
        if length > limits.body:
            self._wanted = min(length, limits.cut_body_kept)
            self.refusal = refuse(
                413, "body-too-long", announced=length, limit=limits.body, kept=min(length, limits.cut_body_kept)
            )

    def feed(self, buffer: bytearray) -> bool:
        """Takes what it wants from the front of `buffer`; True when it wants no more."""
        take = min(self._wanted - self.received, len(buffer))
        if take:
            self._body += memoryview(buffer)[:take]
            del buffer[:take]
            self.received += take
        return self.received >= self._wanted

    def body(self, most: int | None = None) -> bytes:
        """What was received of the body, or its first `most` bytes."""
        return bytes(memoryview(self._body)[:most])

    def hung_up(self) -> Problem:
        return Problem.of("hung-up-in-body", received=self.received, announced=self.announced)


class ChunkedReader:
    """A body in chunks (RFC 9112 section 7.1). Chunk extensions are read over, trailers are kept as they came."""

    def __init__(self, limits: Limits) -> None:
        self.received = 0
        self.trailers = b""
        self.refusal: Refusal | None = None
        self._limits = limits
        self._body = bytearray()
        self._left_in_chunk: int | None = None
        """Bytes of the current chunk still to come, its CRLF included; None between two chunks."""
        self._in_trailers = False

    @property
    def announced(self) -> int:
        return self.received

    def feed(self, buffer: bytearray) -> bool:
        """Takes what it can from the front of `buffer`; True when the body is whole or refused."""
        while self.refusal is None:
            if self._in_trailers:
                return self._take_trailers(buffer)
            moved = self._take_line(buffer) if self._left_in_chunk is None else self._take_chunk(buffer)
            if not moved:
                return self.refusal is not None
        return True

    def body(self, most: int | None = None) -> bytes:
        """What was received of the body, or its first `most` bytes."""
        return bytes(memoryview(self._body)[:most])

    def hung_up(self) -> Problem:
        return Problem.of("hung-up-in-chunks", received=self.received)

    def _take_line(self, buffer: bytearray) -> bool:
        end = buffer.find(b"\n", 0, _CHUNK_LINE_LIMIT)
        if end < 0:
            if len(buffer) >= _CHUNK_LINE_LIMIT:
                self._refuse_chunk()
            return False
        line = _CHUNK_LINE.fullmatch(buffer, 0, end + 1)
        if line is None:
            self._refuse_chunk()
            return False
        size = int(line[1], 16)
        del buffer[: end + 1]
        if size == 0:
            self._in_trailers = True
        elif self.received + size > self._limits.body:
            self._refuse_length()
        else:
            self._left_in_chunk = size + 2
        return True

    def _take_chunk(self, buffer: bytearray) -> bool:
        left = self._left_in_chunk or 0
        take = min(left - 2, len(buffer))
        if take > 0:
            self._body += memoryview(buffer)[:take]
            del buffer[:take]
            self.received += take
            left -= take
        self._left_in_chunk = left
        if left > 2 or len(buffer) < 2:
            return False
        if buffer[:2] != b"\r\n":
            self._refuse_chunk()
            return False
        del buffer[:2]
        self._left_in_chunk = None
        return True

    def _take_trailers(self, buffer: bytearray) -> bool:
        if buffer[:2] == b"\r\n":
            del buffer[:2]
            return True
        end = buffer.find(b"\r\n\r\n", 0, self._limits.headers)
        if end < 0:
            if len(buffer) >= self._limits.headers:
                self.refusal = refuse(431, "headers-too-long", limit=self._limits.headers)
            elif len(buffer) >= 2 and b"\n\n" in buffer:
                self.refusal = refuse(400, "trailers")
            return self.refusal is not None
        block = bytes(buffer[: end + 4])
        del buffer[: end + 4]
        if valid_trailers(block):
            self.trailers = block
        else:
            self.refusal = refuse(400, "trailers")
        return True

    def _refuse_chunk(self) -> None:
        self.refusal = refuse(400, "chunk", received=self.received)

    def _refuse_length(self) -> None:
        kept = min(self.received, self._limits.cut_body_kept)
        self.refusal = refuse(413, "body-too-long-chunked", limit=self._limits.body, kept=kept)


Reader = LengthReader | ChunkedReader
