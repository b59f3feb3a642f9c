"""A preview of a picture, decoded with care: its size is looked at first. Runs in the workshop: no widget."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from webhook_inspector.bodies.sniff import signature

SIDE = 512
"""Pixels of the longer side of a preview."""
LIMIT = 64
"""MiB that a picture may take when it is decoded."""

_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp"}
"""Those that are decoded: SVG, which can hold anything, and containers of many pictures are not."""


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    """Of its format, for people; empty where it is none that is decoded."""
    width: int
    height: int
    """0 where the size cannot be told."""
    bytes: int
    image: QImage | None = None
    """None where it is too large or broken."""

    @property
    def too_large(self) -> bool:
        return self.width * self.height * 4 > LIMIT * 2**20


def picture(content: bytes) -> Picture:
    """The first picture of these bytes, never larger than SIDE."""
    wanted = _FORMATS.get(signature(content), b"")
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(LIMIT)
    reader = QImageReader(buffer, QByteArray(wanted))
    reader.setDecideFormatFromContent(False)
    size = reader.size() if wanted else QSize()
    found = Picture(wanted.decode().upper(), max(size.width(), 0), max(size.height(), 0), len(content))
    if not size.isValid() or size.isEmpty() or found.too_large:
        return found
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    reader.setAutoTransform(True)
    image = reader.read()
    return found if image.isNull() else Picture(found.name, found.width, found.height, found.bytes, image)
