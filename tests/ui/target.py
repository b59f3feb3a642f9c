"""A handler to send to: a small server that notes what came and answers by a rule."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from webhook_inspector.core.headers import first, parse_fields


class Target:
    def __init__(self, answer: Callable[[bytes, bytes], int]) -> None:
        self._answer = answer
        self.port = 0
        self.serving = 0
        """Connections that are not closed yet."""
        self.heads: list[bytes] = []
        self.bodies: list[bytes] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.serving += 1
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = first(parse_fields(head.partition(b"\n")[2]), b"content-length") or b"0"
            body = await reader.readexactly(int(length))
            self.heads.append(head)
            self.bodies.append(body)
            status = self._answer(head, body)
            writer.write(b"HTTP/1.1 %d Word\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok" % status)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            self.serving -= 1


@asynccontextmanager
async def handler(answer: Callable[[bytes, bytes], int] = lambda _head, _body: 200) -> AsyncIterator[Target]:
    """Ends when nobody is connected any more."""
    target = Target(answer)
    server = await asyncio.start_server(target.serve, "127.0.0.1", 0)
    target.port = server.sockets[0].getsockname()[1]
    try:
        yield target
    finally:
        server.close()
        while target.serving:  # noqa: ASYNC110 (on Python 3.11 `wait_closed` does not wait for them)
            await asyncio.sleep(0.005)
