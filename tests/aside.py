"""A receiver on a thread of its own, for tests that themselves wait: on a process, or on a command that runs a loop."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.receiver import Receiver, Script, receiving

START_SECONDS = 20


@contextmanager
def receiving_aside(*scripts: Script, tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """Like `receiving`. Whoever has an answer finds its request in `requests`."""
    ready, found = threading.Event(), list[tuple[Receiver, asyncio.AbstractEventLoop, asyncio.Event]]()

    async def serve() -> None:
        end = asyncio.Event()
        async with receiving(*scripts, tls=tls) as receiver:
            found.append((receiver, asyncio.get_running_loop(), end))
            ready.set()
            await end.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="receiver")
    thread.start()
    assert ready.wait(START_SECONDS), "the receiver does not start"
    receiver, loop, end = found[0]
    try:
        yield receiver
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
