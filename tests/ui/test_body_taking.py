import asyncio
import gzip
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.ui.shelf import until
from tests.ui.test_pane_body import Stand, record_of
from tests.ui.test_picture import image_bytes


@pytest.mark.parametrize(
    ("body", "content_type", "coding", "name", "written"),
    [
        (gzip.compress(b'{"a":1}'), "application/json", "gzip", "capture-1.txt", b'{"a":1}'),
        (b"<script>alert(1)</script>", "text/html", "", "capture-1.txt", b"<script>alert(1)</script>"),
        (image_bytes(3, 2), "image/png", "", "capture-1.png", image_bytes(3, 2)),
    ],
)
async def test_what_could_run_is_opened_as_text(
    aloop: asyncio.AbstractEventLoop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    body: bytes,
    content_type: str,
    coding: str,
    name: str,
    written: bytes,
):
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    stand = Stand(qtbot, record_of(body, content_type, coding))
    await stand.fill()
    stand.pane.open_outside()
    await until(lambda: opened)
    assert opened[0].name == name
    assert opened[0].read_bytes() == written
    assert opened[0].parent.stat().st_mode & 0o077 == 0
    await stand.bench.close()


async def test_says_where_there_is_no_program(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not isinstance(url, QUrl))
    stand = Stand(qtbot, record_of(b"text", "text/plain"))
    await stand.fill()
    stand.pane.open_outside()
    await until(lambda: stand.notes)
    assert stand.notes[0].startswith("No program could be started for ")
    await stand.bench.close()
