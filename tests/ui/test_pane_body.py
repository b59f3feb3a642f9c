import asyncio
import gzip
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.bodies import json_view
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.core.capture import Record, State
from webhook_inspector.ui import body_taking
from webhook_inspector.ui.loaded import BODY_LIMIT
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

    def choose(self, view: View) -> None:
        self.pane.bar._views[view].click()

    async def shown(self, view: View) -> None:
        await until(lambda: self.pane.content is not None and self.pane.content.view is view)

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
    assert stand.pane.bar._charset.text() == "JSON · UTF-8"
    stand.choose(View.RAW)
    await until(lambda: stand.text == '{"a":1}')
    stand.choose(View.PRETTY)
    await until(lambda: stand.text == '{\n  "a": 1\n}')
    await stand.bench.close()


async def test_the_choice_stays_for_the_next_capture(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'{"a":1}'), record_of(b'{"b":2}'))
    await stand.fill(1)
    stand.choose(View.RAW)
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
    assert stand.pane.views.area.isVisible()
    assert stand.pane.views.area.lines[0].startswith("00000000  00 01 02 03")
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
    assert stand.pane.view._spans
    await until(lambda: len(stand.pane.views.area.lines) == 3 * 60_000 + 3)
    assert stand.pane.views.area.isVisible()
    assert stand.text == ""
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
    stand.choose(View.RAW)
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
    monkeypatch.setattr(body_taking, "ask_path", answering(tmp_path / "out"))
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
    monkeypatch.setattr(body_taking, "ask_path", answering(tmp_path / "gone" / "out"))
    stand.pane.bar.save.click()
    await until(lambda: stand.notes)
    assert stand.notes[0].startswith(f"Cannot write {tmp_path / 'gone' / 'out'}")
    await stand.bench.close()


async def test_saving_may_be_thought_better_of(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand = Stand(qtbot, record_of(b"{}"))
    await stand.fill()
    monkeypatch.setattr(body_taking, "ask_path", answering(None))
    stand.pane.save()
    await asyncio.sleep(0.05)
    assert stand.bench.told == []
    await stand.bench.close()


async def test_each_view_is_shown_and_remembered_for_its_kind(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    form = record_of(b"a=b&c=d", "application/x-www-form-urlencoded")
    stand = Stand(qtbot, record_of(b'{"a":1}'), form, record_of(b'{"b":2}'))
    await stand.fill(1)
    stand.choose(View.TREE)
    await stand.shown(View.TREE)
    assert stand.pane.views.tree.isVisible()
    await stand.fill(2)
    assert stand.pane.bar.view is View.PRETTY
    stand.choose(View.FORM)
    await stand.shown(View.FORM)
    assert stand.pane.views.form.isVisible()
    await stand.fill(3)
    assert stand.pane.bar.view is View.TREE
    assert stand.pane.views.tree.tree.text == '{"b":2}'
    await stand.bench.close()


async def test_a_compressed_body_as_it_was_received(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    packed = gzip.compress(b'{"a":1}')
    stand = Stand(qtbot, record_of(packed, coding="gzip"))
    await stand.fill()
    stand.pane.bar._coded.click()
    await stand.shown(View.HEX)
    assert stand.pane.views.area.lines[0].startswith("00000000  1f 8b")
    await stand.fill()
    assert stand.text == '{\n  "a": 1\n}'
    await stand.bench.close()


async def test_read_as_another_charset(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of("é".encode(), "text/plain"))
    await stand.fill()
    assert stand.text == "é"
    action = next(one for one in stand.pane.bar._charset._actions.actions() if one.data() == "iso8859-1")
    action.trigger()
    await until(lambda: stand.text == "Ã©")
    assert stand.pane.bar._charset.text() == "Text · ISO8859-1"
    await stand.bench.close()


async def test_more_of_a_large_body_is_loaded(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    body = b"[" + b'{"k":"value"},' * 700_000 + b'"end"]'
    stand = Stand(qtbot, record_of(body))
    await stand.fill()
    await until(stand.pane.bar.load_all.isVisible)
    first = stand.pane._limit
    stand.pane.bar.load_more.click()
    await until(stand.pane.views.area.isVisible)
    assert stand.pane._limit == 8 * first
    assert stand.pane.content is not None
    assert stand.pane.content.partial
    stand.pane.bar.load_all.click()
    await until(lambda: list(stand.pane.views.area.lines[-2:]) == ['  "end"', "]"])
    assert not stand.pane.bar.load_all.isVisible()
    assert stand.notes == ["Large body: 9.3 MiB, one line. Shown re-indented."]
    await stand.bench.close()


async def slow(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a large body is being laid out, which goes no further than its middle."""
    lay_out = json_view.reindent_slices

    def stuck(text: str, *size: int, progress: Progress) -> Iterator[list[str]]:
        yield from lay_out(text[:1000], *size)
        while len(text) > BODY_LIMIT:
            progress.tell(1, 2)
            time.sleep(0.005)

    monkeypatch.setattr(json_view, "reindent_slices", stuck)
    await stand.fill()
    await until(stand.pane.bar.load_all.isVisible)
    stand.pane.bar.load_all.click()
    await until(lambda: stand.pane.bar.progress.words)


async def test_while_formatting_takes_long_the_raw_text_is_there(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    body = b"[" + b'{"k":"value"},' * 200_000 + b'"end"]'
    stand = Stand(qtbot, record_of(body))
    await slow(stand, monkeypatch)
    await until(lambda: stand.pane.bar.progress.words == "Formatting… 50 %")
    await stand.shown(View.RAW)
    assert stand.pane.bar.view is View.PRETTY
    assert "".join(stand.pane.views.area.lines) == body.decode()
    stand.pane.bar.progress._cancel.click()
    await until(lambda: not stand.pane.bar.progress.words)
    await until(lambda: stand.pane.bar.view is View.RAW)
    assert "".join(stand.pane.views.area.lines) == body.decode()
    assert stand.notes == ["Large body: 2.7 MiB, one line."]
    await stand.fill()
    assert stand.pane.bar.view is View.PRETTY  # cancelling is no choice for the next one
    await stand.bench.close()


async def test_raw_is_chosen_while_it_stands_in_for_what_is_being_formatted(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    stand = Stand(qtbot, record_of(b"[" + b'{"k":"value"},' * 200_000 + b'"end"]'))
    await slow(stand, monkeypatch)
    stand.choose(View.RAW)
    await until(lambda: not stand.pane.bar.progress.words and stand.pane.bar.offered is View.RAW)
    assert stand.bench.tools.choices.texts() == ["json=raw"]
    await stand.bench.close()


async def test_another_capture_ends_the_formatting(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    stand = Stand(qtbot, record_of(b"[" + b'{"k":"value"},' * 200_000 + b'"end"]'), record_of(b'{"b":2}'))
    await slow(stand, monkeypatch)
    await stand.fill(2)
    assert not stand.pane.bar.progress.words
    assert await asyncio.gather(*(stand.bench.tools.workshop.do(lambda: 1) for _ in range(2))) == [1, 1]
    await stand.bench.close()  # both threads are free again


async def test_a_picture_of_more_than_a_megabyte_opens_by_itself(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    image = QImage(1000, 700, QImage.Format.Format_RGB32)
    image.bits()[:] = os.urandom(image.sizeInBytes())
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(packed, "PNG")
    content = bytes(packed.data().data())
    assert len(content) > BODY_LIMIT
    stand = Stand(qtbot, record_of(content, "image/png"))
    await stand.fill()
    await until(lambda: "1,000 × 700 pixels" in stand.pane.views.picture.words)
    await until(lambda: stand.pane.content is not None and not stand.pane.content.partial)
    assert stand.pane.views.picture._picture.isVisible()
    await stand.bench.close()


async def test_goes_to_a_path(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'{"a":[1,{"b":"here"}]}'))
    await stand.fill()
    stand.pane._menu.go_to("$.a[1].b")
    await stand.shown(View.TREE)
    assert stand.pane.views.tree.value_text() == "here"
    stand.pane._menu.go_to("$.a[7]")
    await until(lambda: stand.notes)
    assert stand.notes == ["The part of the body that is loaded has nothing at $.a[7]."]
    stand.pane._menu.go_to("]")
    assert stand.notes == ["] is no path. Write it like $.items[0].id."]
    await stand.bench.close()


async def test_a_part_is_saved_under_a_safe_name(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../evil.txt"\r\n\r\nhello\r\n--x--\r\n'
    stand = Stand(qtbot, record_of(body, "multipart/form-data; boundary=x"))
    await stand.fill()
    assert stand.pane.bar.view is View.PARTS
    assert stand.pane.views.parts.suggested == "evil.txt"
    monkeypatch.setattr(body_taking, "ask_path", answering(tmp_path / "evil.txt"))
    stand.pane.views.parts._save.click()
    await until(lambda: stand.bench.told)
    assert (tmp_path / "evil.txt").read_bytes() == b"hello"
    await stand.bench.close()


async def test_the_search_follows_the_view(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    stand = Stand(qtbot, record_of(b'{"a":{"needle":1},"b":"needle"}'))
    await stand.fill()
    stand.pane.find_bar.open()
    stand.pane.find_bar._field.setText("needle")
    stand.pane.find_bar.go_on()
    assert stand.pane.find_bar.words == "1 of 2"
    stand.choose(View.TREE)
    await stand.shown(View.TREE)
    assert stand.pane.find_bar.words == "1 of 2"
    assert stand.pane.views.tree.steps() == ("a", "needle")
    stand.pane.find_bar.go_on()
    assert stand.pane.views.tree.steps() == ("b",)
    stand.choose(View.HEX)
    await stand.shown(View.HEX)
    assert stand.pane.find_bar.words == "1 of 2"
    await stand.bench.close()
