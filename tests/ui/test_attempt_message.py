import asyncio
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.deliveries import make_attempt, make_response
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.ui.attempt_message import MessageText
from webhook_inspector.ui.attempt_record import record_of
from webhook_inspector.ui.editor_shelf import OneRecord


async def test_a_message_is_shown_and_copied_whole(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    bench, library = Bench(Shelf()), OneRecord()
    pane = MessageText("Response as it came", replace(bench.tools, library=library))
    qtbot.addWidget(pane)
    pane.show()
    await pane.fill(library.hold(record_of(make_attempt(response=make_response(502, b"no")), response=True)), "none")
    assert pane.view.toPlainText() == "HTTP/1.1 502 X\nContent-Type: application/json\n\nno"
    assert pane.view.accessibleName() == "Response as it came"
    pane.copy_button.click()
    await until(lambda: bench.told == ["Copied."])
    assert qapp.clipboard().text() == "HTTP/1.1 502 X\nContent-Type: application/json\n\nno"
    await pane.fill(None, "There was no response.")
    assert (pane.words, pane.copy_button.isEnabled()) == ("There was no response.", False)
    pane.copy()
    assert bench.told == ["Copied."]
    await bench.close()
