"""The whole program behind a window, on the window's loop, with a real engine and a real history."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from PySide6.QtWidgets import QPushButton, QWidget

from tests.makers import make_signed
from tests.ui.rows import place_of
from webhook_inspector.core.headers import Fields
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.ui.engine_thread import Begun
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.program import Program
from webhook_inspector.ui.window import MainWindow

SECRET = "whsec_test"


async def until(condition: Callable[[], object], seconds: float = 8.0) -> None:
    end = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < end, "it never happened"
        await asyncio.sleep(0.01)


class Running:
    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self.folder = folder
        self.window = MainWindow(WindowMemory(folder.window_state))
        self.window.show()
        self.program = Program(self.window, folder, settings, Begun.of(folder, settings))
        self.task = asyncio.get_running_loop().create_task(self.program.run())

    @property
    def state(self) -> str:
        return self.window.bar.state.key

    @property
    def port(self) -> int:
        return int(self.window.bar.state.url.rpartition(":")[2])

    @property
    def banners(self) -> dict[str, str]:
        return self.window.banners.texts()

    def rows(self) -> int:
        return self.window.model.rowCount()

    def paths(self) -> list[str]:
        return self.column("path")

    def column(self, key: str) -> list[str]:
        """What stands in a column, from above."""
        model, section = self.window.model, place_of(key)
        return [model.index(row, section).data() for row in range(self.rows())]

    def press(self, text: str, within: QWidget | None = None) -> None:
        """The visible button that says `text`."""
        buttons = (within or self.window).findChildren(QPushButton)
        next(button for button in buttons if button.text() == text and button.isVisible()).click()

    async def post(self, target: str = "/hook", body: bytes = b'{"hi":1}', headers: Fields = ()) -> bytes:
        return await asyncio.to_thread(post, self.port, target, body, headers)

    async def post_signed(self, secret: str = SECRET, event: str = "evt_1", path: str = "/stripe") -> None:
        """As Stripe sends it at this moment."""
        body = b'{"id":"%b","object":"event","livemode":false,"type":"invoice.paid"}' % event.encode()
        capture = make_signed(secret, path=path, body=body, signed_at=time.time())
        signature = [field for field in capture.parsed().fields if field[0] == b"Stripe-Signature"]
        assert await self.post(path, body, tuple(signature)) == b"HTTP/1.1 200 OK"

    async def close(self) -> None:
        self.window.close()
        await asyncio.wait_for(self.task, 10)


@asynccontextmanager
async def running(folder: DataFolder, *, ready: str = "listening", **settings: str | int) -> AsyncIterator[Running]:
    """`ready` is the state of the listener that is waited for; empty: none."""
    one = Running(folder, Settings().replaced(**{"listener__port": 0, "listener__host": "127.0.0.1", **settings}))
    try:
        await until(lambda: one.state == ready or not ready)
        yield one
    finally:
        await one.close()
        one.window.deleteLater()


def post(port: int, target: str = "/hook", body: bytes = b'{"hi":1}', headers: Fields = ()) -> bytes:
    """The status line of the answer."""
    head = f"POST {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    head += "".join(f"{name.decode()}: {value.decode()}\r\n" for name, value in headers)
    with socket.create_connection(("127.0.0.1", port), 5) as sender:
        sender.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        return sender.recv(200).split(b"\r\n")[0]
