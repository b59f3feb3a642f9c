"""What the window remembers from one day to the next, in `window.ini` of the data folder. Read before the first paint."""

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

HEADER = "header/3"
"""Counted up when the columns change: an older state would then put widths on the wrong ones."""


class WindowMemory:
    """Junk in the file counts as nothing remembered."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def bytes_of(self, key: str) -> QByteArray:
        """Empty where nothing is remembered."""
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def number_of(self, key: str, default: int) -> int:
        try:
            return int(str(self._file.value(key, default)))
        except ValueError:
            return default

    def texts_of(self, key: str) -> list[str]:
        try:
            kept = json.loads(str(self._file.value(key, "[]")))
        except (ValueError, RecursionError):
            return []
        return [text for text in kept if isinstance(text, str)] if isinstance(kept, list) else []

    def keep(self, key: str, value: QByteArray | int | list[str]) -> None:
        """Texts as JSON: Qt's own lists come back as something else where they hold one text, or none."""
        self._file.setValue(key, json.dumps(value) if isinstance(value, list) else value)

    def write(self) -> None:
        """Writes the file now; until then nothing touches the disk."""
        self._file.sync()
