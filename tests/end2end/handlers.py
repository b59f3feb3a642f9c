"""Handlers as people write them, on real servers: they verify by GitHub's documents, with nothing of ours."""

import asyncio
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from aiohttp import web

SECRET = b"it's a secret to everybody"
HEADER = "X-Hub-Signature-256"
Verify = Callable[[bytes, str], bool]
"""The body as it came, and the header."""


def careful(body: bytes, signature: str) -> bool:
    return hmac.compare_digest("sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest(), signature)


def naive(_body: bytes, _signature: str) -> bool:
    """Trusts everybody."""
    return True


def parsing(body: bytes, signature: str) -> bool:
    """Verifies what it has parsed and written again: what many frameworks make people do."""
    return careful(json.dumps(json.loads(body)).encode(), signature)


@contextmanager
def on_aiohttp(verify: Verify) -> Iterator[str]:
    """The URL of an aiohttp application, on a thread of its own."""
    started, found = threading.Event(), list[tuple[str, asyncio.AbstractEventLoop, asyncio.Event]]()

    async def handle(request: web.Request) -> web.Response:
        good = verify(await request.read(), request.headers.get(HEADER, ""))
        return web.Response(status=200 if good else 401)

    async def serve() -> None:
        app, end = web.Application(), asyncio.Event()
        app.router.add_post("/hook", handle)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        found.append((f"http://{host}:{port}/hook", asyncio.get_running_loop(), end))
        started.set()
        await end.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="aiohttp")
    thread.start()
    assert started.wait(20), "the application does not start"
    url, loop, end = found[0]
    try:
        yield url
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()


@contextmanager
def on_wsgi(verify: Verify) -> Iterator[str]:
    """The URL of a WSGI application, as Flask and Django are ones."""

    def application(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        good = verify(body, environ.get("HTTP_" + HEADER.upper().replace("-", "_"), ""))
        start_response("200 OK" if good else "401 Unauthorized", [("Content-Length", "0")])
        return [b""]

    with make_server("127.0.0.1", 0, application, handler_class=_Quiet) as server:
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), name="wsgi")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
