"""What the window remembers from one day to the next, in `window.ini` of the data folder. Read before the first paint."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

HEADER = "header/1"
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

    def keep(self, key: str, value: QByteArray | int) -> None:
        self._file.setValue(key, value)

    def write(self) -> None:
        """Writes the file now; until then nothing touches the disk."""
        self._file.sync()
