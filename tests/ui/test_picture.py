import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from webhook_inspector.ui.picture import SIDE, picture


def image_bytes(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x3388CC)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it is large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(bytes(9_999))
    chunks = (head, pixels, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_shown_no_larger_than_a_preview(kind):
    content = image_bytes(1200, 800, kind)
    found = picture(content)
    assert (found.name, found.width, found.height, found.bytes) == (kind, 1200, 800, len(content))
    assert found.image is not None
    assert (found.image.width(), found.image.height()) == (SIDE, 341)


def test_a_small_one_keeps_its_size():
    found = picture(image_bytes(3, 2))
    assert found.image is not None
    assert (found.image.width(), found.image.height()) == (3, 2)


def test_a_thin_one_keeps_a_pixel():
    found = picture(image_bytes(4000, 1))
    assert found.image is not None
    assert (found.image.width(), found.image.height()) == (SIDE, 1)


def test_a_bomb_is_not_decoded():
    found = picture(bomb(60_000, 60_000))
    assert (found.width, found.image, found.too_large) == (60_000, None, True)


def test_what_is_cut_off_or_of_another_kind():
    assert picture(image_bytes(50, 50)[:20]).image is None
    assert picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>").name == ""
    assert picture(b"").name == ""


@pytest.mark.qt_log_ignore("JPEG", "marker")
@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF0000WEBP", b""]), st.binary())
def test_junk_never_raises(start, rest):
    assert picture(start + rest).bytes == len(start + rest)
