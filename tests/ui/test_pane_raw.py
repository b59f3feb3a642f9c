import asyncio

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_record
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.capture import State
from webhook_inspector.ui.pane_raw import RawPane
from webhook_inspector.ui.parts import IconButton, StateLine


async def test_shows_and_copies_the_request(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    shelf = Shelf(make_record(), make_record(make_capture(head=b"\x16\x03\x01", body=b"", state=State.REFUSED)))
    bench = Bench(shelf)
    pane = RawPane(bench.tools)
    qtbot.addWidget(pane)
    pane.show()
    await pane.fill(shelf.loaded(1))
    assert pane.view.toPlainText().startswith("POST /stripe?x=1 HTTP/1.1\nHost: 127.0.0.1:8787\n")
    assert pane.view.accessibleName() == "Request as it came"
    copy = pane.findChild(IconButton)
    assert isinstance(copy, IconButton)
    copy.click()
    await until(lambda: bench.told)
    assert qapp.clipboard().text().endswith('\n\n{"hi":1}')
    await pane.fill(shelf.loaded(2))
    assert pane.view.toPlainText().startswith("00000000  16 03 01")
    await bench.close()


async def test_says_that_it_shows_a_part(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    shelf = Shelf(make_record(make_capture(body=b"x" * (2**20 + 9))))
    bench = Bench(shelf)
    pane = RawPane(bench.tools)
    qtbot.addWidget(pane)
    pane.show()
    await pane.fill(shelf.loaded())
    [note] = [line.text for line in pane.findChildren(StateLine) if line.isVisible()]
    assert note == f"Only the first {2**20} of {2**20 + 9} bytes are shown."
    await bench.close()
