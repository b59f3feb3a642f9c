"""Hostile contents and floods in a real window: with its listener, its history and its views."""

import asyncio
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QWidget

from tests.ui.rows import place_of
from tests.ui.running import Running, running, until
from webhook_inspector.bodies.choose import View, views_of
from webhook_inspector.bodies.kind import read
from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.search.parse import parse
from webhook_inspector.ui.detail_page import TABS
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.picture import picture

MARKUP = "<img src=/etc/x><b>bold</b><table><a href='file:///etc/passwd'>x</a>"
TARGET = "/" + MARKUP.replace(" ", "%20")
LITERALS = ('"', "AND", "foo-bar", "a.b", "%", "_", "\U0001f600", "(", "*", "'; DROP TABLE captures; --")


async def opened(one: Running, number: int, tab: int) -> Any:
    """The pane of a tab, filled with a capture."""
    one.window.view.select_id(number)
    one.window.show_tab(tab)
    detail = one.program._detail
    await until(lambda: _is_filled(detail._pages[tab].filled_with, number))
    return detail._pages[tab].pane


def _is_filled(loaded: Loaded | None, number: int) -> bool:
    return loaded is not None and loaded.record.id == number


BODY = next(place for place, tab in enumerate(TABS) if tab.make is BodyPane)


def texts_that_act(top: QWidget) -> Iterator[str]:
    """Labels, tooltips and views that would take what they say for markup, or follow a link."""
    for widget in (top, *top.findChildren(QWidget)):
        if _is_rich(widget.toolTip()):
            yield widget.toolTip()
        if isinstance(widget, QLabel) and (
            widget.openExternalLinks() or (widget.textFormat() != Qt.TextFormat.PlainText and _is_rich(widget.text()))
        ):
            yield widget.text()
        if isinstance(widget, QTextBrowser) or (isinstance(widget, QTextEdit) and "<b>" in widget.toHtml()):
            yield type(widget).__name__


def _is_rich(text: str) -> bool:
    """Whether Qt may take the sender's markup for markup: where it stands as it came, not escaped."""
    return "<b>" in text


async def test_markup_is_plain_text_everywhere(aloop, folder):
    """V01: in the path, a header, the body and the texts of faults, under each tab."""
    async with running(folder) as one:
        header = (b"X-Test", MARKUP.encode())
        assert await one.post(TARGET, MARKUP.encode(), (header,)) == b"HTTP/1.1 200 OK"
        await until(lambda: one.rows() == 1)
        index = one.window.model.index(0, place_of("path"))
        assert "<b>bold</b>" in index.data()
        assert not _is_rich(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        for tab in range(len(TABS)):
            await opened(one, 1, tab)
            assert list(texts_that_act(one.window)) == []
        one.window.search._edit.setText(f'size:"{MARKUP}"')
        await until(one.window.search.line.isVisible)
        assert list(texts_that_act(one.window)) == []


async def test_no_link_is_followed(aloop, folder, monkeypatch):
    """V02: a click into a body full of links opens nothing."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    links = (
        "file:///etc/passwd javascript:alert(1) \\\\host\\share ms-msdt:/x http://example.com <a href='http://x'>x</a>"
    )
    async with running(folder) as one:
        await one.post("/links", (links + "\n").encode() * 50, ())
        await until(lambda: one.rows() == 1)
        pane = await opened(one, 1, BODY)
        await until(lambda: pane.view.isVisible() and "javascript:" in pane.view.toPlainText())
        assert pane.view.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse == (
            Qt.TextInteractionFlag.NoTextInteraction
        )
        for x in range(20, 400, 40):
            QTest.mouseMove(pane.view.viewport(), QPoint(x, 20))
            QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
        assert asked == []


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html", b"<html><script>x()</script></html>"),
        ("image/svg+xml", b"<svg onload='x()'><image href='file:///etc/x'/></svg>"),
        ("text/markdown", b"![x](file:///etc/x)"),
    ],
)
def test_pages_are_text(content_type: str, body: bytes):
    """V03: there is no view that would run or load something."""
    assert set(views_of(read(body, content_type))) <= {View.PRETTY, View.RAW, View.HEX}


async def test_long_lines_and_large_bodies(aloop, folder):
    """V04: one line of a megabyte, 10 MB, 800,000 lines: something to read at once, no line too long, nothing wrapped."""
    bodies = {
        "line": b'"' + b"y" * 2**20 + b'"',
        "size": b"[" + b'{"key":"value"},' * 620_000 + b"{}]",
        "lines": b"line of text\n" * 800_000,
    }
    async with running(folder) as one:
        for name, body in bodies.items():
            assert await one.post(f"/{name}?{'q' * 5000}", body) == b"HTTP/1.1 200 OK"
        await until(lambda: one.rows() == len(bodies))
        for number in range(1, 1 + len(bodies)):
            pane = await opened(one, number, BODY)
            assert pane.content.partial or pane.content.size == 0  # the beginning of it, which is shown first
            await until(lambda pane=pane: pane.content.partial)
            assert max(map(len, pane.content.shown.lines)) <= WIDTH
            assert not pane.bar.wrap.isEnabled()
            pane.bar.load_all.click()
            await until(lambda pane=pane: not pane.content.partial and pane._finishing._task.done(), 25)
            assert max(map(len, pane.content.shown.lines)) <= WIDTH
        assert len(pane.content.shown.lines) == 800_001
        assert all(len(text) <= 300 for text in one.column("path"))


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    made = (
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


@pytest.mark.qt_log_ignore("JPEG", "libpng")
def test_pictures_are_measured_first(qapp: QApplication):
    """V05: a bomb, a broken one, and formats that hold many."""
    bomb = picture(png(60_000, 60_000))
    assert (bomb.width, bomb.height, bomb.image, bomb.too_large) == (60_000, 60_000, None, True)
    assert picture(b"\xff\xd8\xff\xe0" + bytes(100)).image is None
    icon = struct.pack("<HHH", 0, 1, 1000) + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, 100, 16006) * 1000
    assert (picture(icon).name, picture(icon).image) == ("", None)
    assert picture(png(40, 30)).image is None  # less in it than its head says
    assert picture(b"").name == ""


async def test_a_regular_expression_cannot_hold_anything_up(aloop, folder):
    """V06: one that takes a backtracking engine forever, and one of 10 KB; requests are answered meanwhile."""
    async with running(folder) as one:
        assert await one.post("/a", b"a" * 60_000 + b"!") == b"HTTP/1.1 200 OK"
        await until(lambda: one.rows() == 1)
        begin = time.process_time()
        one.window.search._edit.setText("/(a+)+$/")
        await until(lambda: one.window.stage.page == "no-match")
        assert time.process_time() - begin < 5  # takes milliseconds; backtracking would take longer than the universe
        assert await one.post("/aa", b"aaaa") == b"HTTP/1.1 200 OK"
        await until(lambda: one.paths() == ["/aa"])
        one.window.search._edit.setText(f"/({'a?' * 2500}){'a' * 2500}b/")
        await until(lambda: one.window.stage.page == "no-match" or one.window.search.line.isVisible())
        assert await one.post("/b", b"") == b"HTTP/1.1 200 OK"


async def test_what_is_typed_is_searched_for_as_it_stands(aloop, folder):
    """V07: signs that mean something to a query language or an index, and 50 KB."""
    long = "x" * 50_000
    async with running(folder) as one:
        for place, text in enumerate((*LITERALS, long)):
            assert await one.post(f"/{place}", b"\x01" + text.encode() + b"\x01") == b"HTTP/1.1 200 OK"
        await until(lambda: one.rows() == len(LITERALS) + 1)
        for place, text in enumerate((*LITERALS, long)):
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            assert parse(f'"{escaped}"').fault is None
            one.window.search._edit.setText(f'"{escaped}"')
            await until(lambda place=place: f"/{place}" in one.paths() and one.rows() <= len(LITERALS))
            others = {int(path[1:]) for path in one.paths()} - {place}
            assert all(
                text.lower() in ("POST", *LITERALS, long)[other + 1].lower() or text in "_%.()*" for other in others
            )
            assert QApplication.activeModalWidget() is None
        for text in LITERALS:
            one.window.search._edit.setText(text)  # as somebody types it, without quotes
            await asyncio.sleep(0)
            assert QApplication.activeModalWidget() is None


async def test_the_selection_stays_while_captures_stream_in(aloop, folder):
    """V08, in small: the table is scrolled while hundreds come; the selected capture stays selected, and rows are right."""
    async with running(folder) as one:
        for number in range(1, 31):
            await one.post(f"/{number}")
        await until(lambda: one.rows() == 30)
        one.window.set_following(False)
        one.window.view.select_id(7)
        bar = one.window.view.verticalScrollBar()
        for burst in range(10):
            await asyncio.gather(*(one.post(f"/{31 + 20 * burst + place}") for place in range(20)))
            bar.setValue(bar.maximum() * (burst % 3) // 2)
            one.window.view.viewport().repaint()
            assert [one.window.model.ids[index.row()] for index in one.window.view.selectionModel().selectedRows()] == [
                7
            ]
        await until(lambda: one.rows() == 230)
        assert sorted(int(path[1:]) for path in one.paths()) == list(range(1, 231))
        assert [
            one.window.model.index(index.row(), place_of("path")).data()
            for index in one.window.view.selectionModel().selectedRows()
        ] == ["/7"]


TESTS: dict[str, Callable[..., object]] = {
    "V01": test_markup_is_plain_text_everywhere,
    "V02": test_no_link_is_followed,
    "V03": test_pages_are_text,
    "V04": test_long_lines_and_large_bodies,
    "V05": test_pictures_are_measured_first,
    "V06": test_a_regular_expression_cannot_hold_anything_up,
    "V07": test_what_is_typed_is_searched_for_as_it_stands,
    "V08": test_the_selection_stays_while_captures_stream_in,
}
"""Each row of the catalogue, with its test."""


def test_no_row_is_missing():
    assert set(TESTS) == {f"V{number:02}" for number in range(1, 9)}
    for row, test in TESTS.items():
        assert (test.__doc__ or "").startswith(row)
