import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.ask_path import ask_open, ask_path


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.chdir(tmp_path)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


async def dialog_of(parent: QWidget) -> QFileDialog:
    while True:
        found = parent.findChild(QFileDialog)
        if isinstance(found, QFileDialog) and found.isVisible():
            return found
        await asyncio.sleep(0.01)


async def test_gives_the_chosen_file(aloop: asyncio.AbstractEventLoop, parent: QWidget, tmp_path: Path):
    asking = asyncio.ensure_future(ask_path(parent, "Save", "capture-1.json"))
    dialog = await dialog_of(parent)
    assert [Path(file).name for file in dialog.selectedFiles()] == ["capture-1.json"]
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText("other.json")
    dialog.accept()
    assert await asking == tmp_path / "other.json"


async def test_gives_nothing_when_it_is_left(aloop: asyncio.AbstractEventLoop, parent: QWidget):
    asking = asyncio.ensure_future(ask_path(parent, "Save", "capture-1.json"))
    (await dialog_of(parent)).reject()
    assert await asking is None


async def test_one_to_read_must_be_there(aloop: asyncio.AbstractEventLoop, parent: QWidget, tmp_path: Path):
    (tmp_path / "body.json").write_text("{}")
    asking = asyncio.ensure_future(ask_open(parent, "Open"))
    dialog = await dialog_of(parent)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / "body.json"))
    dialog.accept()
    assert await asking == tmp_path / "body.json"
