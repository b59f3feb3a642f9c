import asyncio
import gzip
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.capture import Record, State
from webhook_inspector.ui import pane_body
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.theme import code_font

BIG = b"[" + b'{"k":"value"},' * 60_000 + b"{}]"


class Stand:
    """A pane with its bench."""

    def __init__(self, qtbot: QtBot, *records: Record) -> None:
        self.shelf = Shelf(*records)
        self.bench = Bench(self.shelf)
        self.pane = BodyPane(self.bench.tools)
        self.pane.set_code_font(code_font(10))
        qtbot.addWidget(self.pane)
        self.pane.resize(700, 400)
        self.pane.show()

    async def fill(self, number: int = 1) -> None:
        await self.pane.fill(self.shelf.loaded(number))

    @property
    def text(self) -> str:
        return self.pane.view.toPlainText()

    @property
    def notes(self) -> list[str]:
        return [line.text for line in self.pane.bar.findChildren(StateLine) if line.isVisible()]


def record_of(body: bytes, content_type: str = "application/json", coding: str = "", **more) -> Record:
    headers = (("Content-Type", content_type), *((("Content-Encoding", coding),) if coding else ()))
    return make_record(make_capture(head=make_head(headers=headers), body=body, **more))


async def test_pretty_and_raw(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'{"a":1}'))
    await stand.fill()
    assert stand.text == '{\n  "a": 1\n}'
    assert stand.pane.bar._kind.text() == "JSON · UTF-8"
    stand.pane.bar._raw.click()
    await until(lambda: stand.text == '{"a":1}')
    stand.pane.bar._pretty.click()
    await until(lambda: stand.text == '{\n  "a": 1\n}')
    await stand.bench.close()


async def test_the_choice_stays_for_the_next_capture(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'{"a":1}'), record_of(b'{"b":2}'))
    await stand.fill(1)
    stand.pane.bar._raw.click()
    await stand.fill(2)
    assert stand.text == '{"b":2}'
    await stand.bench.close()


async def test_a_compressed_body_says_so(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    packed = gzip.compress(b'{"a":1}')
    stand = Stand(qtbot, record_of(packed, coding="gzip"))
    await stand.fill()
    assert stand.text == '{\n  "a": 1\n}'
    assert stand.notes == [f"Decoded from gzip: {len(packed)} bytes became 7."]
    await stand.bench.close()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (record_of(b""), "This request has no body."),
        (record_of(b"", state=State.INCOMPLETE, body_size=10), "None of the body arrived."),
    ],
)
async def test_no_body(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, record: Record, words: str):
    stand = Stand(qtbot, record, record_of(b"{}"))
    await stand.fill(1)
    assert stand.pane.words == words
    assert not stand.pane.bar.copy.isEnabled()
    await stand.fill(2)
    assert stand.pane.words == ""
    assert stand.pane.bar.copy.isEnabled()
    await stand.bench.close()


async def test_a_binary_body(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    stand = Stand(qtbot, record_of(bytes(range(256)), "application/octet-stream"))
    await stand.fill()
    assert stand.text.startswith("00000000  00 01 02 03")
    stand.pane.copy()
    await until(lambda: stand.bench.told)
    assert qapp.clipboard().text().startswith("00000000  00 01 02 03")
    await stand.bench.close()


async def test_hostile_html_is_text(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    html = "<html><img src='file:///etc/passwd'>\u202e\x1b[31m</html>"
    stand = Stand(qtbot, record_of(html.encode(), "text/html"))
    await stand.fill()
    assert stand.text == r"<html><img src='file:///etc/passwd'>\u202e\x1b[31m</html>"
    await stand.bench.close()


async def test_of_a_large_body_the_beginning_comes_first(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(BIG))
    await stand.fill()
    assert stand.text.startswith('[\n  {\n    "k": "value"')
    first = len(stand.pane.view.lines)
    await until(lambda: len(stand.pane.view.lines) > first)
    assert len(stand.pane.view.lines) == 3 * 60_000 + 3
    await until(lambda: stand.pane.view._spans)
    await stand.bench.close()


async def test_another_capture_ends_the_work_for_the_one_before(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(BIG), record_of(b'{"b":2}'))
    await stand.fill(1)
    await stand.fill(2)
    await asyncio.sleep(0.5)
    assert stand.text == '{\n  "b": 2\n}'
    await stand.bench.close()


async def test_one_line_of_a_megabyte(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'"' + b"y" * 2**20 + b'"'))
    await stand.fill()
    await until(lambda: stand.notes)
    assert max(map(len, stand.pane.view.lines)) <= 2000
    assert not stand.pane.bar.wrap.isEnabled()
    assert stand.notes == [f"Only the first {2**20} of {2**20 + 2} bytes are shown."]
    await stand.bench.close()


async def test_lines_are_wrapped_on_demand(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'"' + b"y" * 1000 + b'"'))
    await stand.fill()
    wide = stand.pane.view.horizontalScrollBar().maximum()
    stand.pane.bar.wrap.click()
    assert wide > 0
    assert stand.pane.view.horizontalScrollBar().maximum() == 0
    await stand.bench.close()


async def test_copies_all_of_the_body(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    body = b'{"x":"' + b"y" * 2**20 + b'"}'
    stand = Stand(qtbot, record_of(body))
    await stand.fill()
    stand.pane.bar._raw.click()
    stand.pane.bar.copy.click()
    await until(lambda: stand.bench.told)
    assert qapp.clipboard().text() == body.decode()
    assert stand.bench.told == ["Body copied."]
    await stand.bench.close()


def answering(path: Path | None) -> Callable[..., Awaitable[Path | None]]:
    async def ask(*_arguments: object) -> Path | None:
        return path

    return ask


async def test_saves_the_bytes_that_came(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    body = gzip.compress(b"x" * 100) + bytes(range(256)) * 5000
    assert len(body) > 2**20
    stand = Stand(qtbot, record_of(body, coding="gzip"))
    await stand.fill()
    (tmp_path / "out").write_bytes(b"old")
    monkeypatch.setattr(pane_body, "ask_path", answering(tmp_path / "out"))
    stand.pane.bar.save.click()
    await until(lambda: stand.bench.told)
    assert (tmp_path / "out").read_bytes() == body
    assert stand.bench.told == [f"Body saved as {tmp_path / 'out'}."]
    await stand.bench.close()


async def test_says_why_it_cannot_save(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand = Stand(qtbot, record_of(b"{}"))
    await stand.fill()
    monkeypatch.setattr(pane_body, "ask_path", answering(tmp_path / "gone" / "out"))
    stand.pane.bar.save.click()
    await until(lambda: stand.notes)
    assert stand.notes[0].startswith(f"Cannot write {tmp_path / 'gone' / 'out'}")
    await stand.bench.close()


async def test_saving_may_be_thought_better_of(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand = Stand(qtbot, record_of(b"{}"))
    await stand.fill()
    monkeypatch.setattr(pane_body, "ask_path", answering(None))
    stand.pane.save()
    await asyncio.sleep(0.05)
    assert stand.bench.told == []
    await stand.bench.close()
