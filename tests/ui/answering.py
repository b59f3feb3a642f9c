"""A small real server that an editor sends to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

OK = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"ok":true}'


class Target:
    """Answers each request with the next of `replies`, the last one again and again; None: it never answers."""

    def __init__(self) -> None:
        self.replies: list[bytes | None] = [OK]
        self.got: list[bytes] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                size = int(lengths[0].partition(b":")[2]) if lengths else 0
                self.got.append(head + await reader.readexactly(size))
                reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
                if reply is None:
                    await reader.read()  # until the other side has had enough
                    return
                writer.write(reply)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def answering() -> AsyncIterator[Target]:
    target = Target()
    server = await asyncio.start_server(target.serve, "127.0.0.1", 0)
    target.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield target
    finally:
        server.close()
