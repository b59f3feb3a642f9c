"""Asks where a file shall go, or which one to read."""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


async def ask_path(parent: QWidget, title: str, suggested: str) -> Path | None:
    """The file that the user chooses; the dialog has asked about overwriting. None where they think better of it."""
    dialog = QFileDialog(parent, title, suggested)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return await _chosen(dialog)


async def ask_open(parent: QWidget, title: str) -> Path | None:
    """A file that is there, for reading. None where they think better of it."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _chosen(dialog)


async def _chosen(dialog: QFileDialog) -> Path | None:
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(partial(_answer, answer))
    try:
        dialog.open()  # never exec(): it would run a second event loop inside this task
        chosen = await answer
        files = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return Path(files[0]) if chosen == QDialog.DialogCode.Accepted and files else None


def _answer(future: "asyncio.Future[int]", result: int) -> None:
    if not future.done():
        future.set_result(result)
