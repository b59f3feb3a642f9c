import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.test_picture import bomb, image_bytes
from webhook_inspector.ui.picture import Picture, picture
from webhook_inspector.ui.picture_view import PictureView


@pytest.mark.parametrize(
    ("content", "words", "seen"),
    [
        (image_bytes(1200, 800), "PNG, 1,200 × 800 pixels, ", True),
        (
            bomb(60_000, 60_000),
            f"PNG, 60,000 × 60,000 pixels, {len(bomb(60_000, 60_000))} bytes: too large for a preview.",
            False,
        ),
        (image_bytes(9, 9)[:20], "This picture is broken, or not all of it is here.", False),
        (b"BM", "There is no preview of this kind of picture.", False),
    ],
)
def test_shows_the_picture_or_says_why_not(qtbot: QtBot, content: bytes, words: str, seen: bool):
    view = PictureView()
    qtbot.addWidget(view)
    view.show()
    view.show_picture(picture(content))
    assert view.words.startswith(words)
    assert view._picture.isVisible() is seen
    assert view._picture.pixmap().isNull() is not seen


def test_a_picture_fits_into_its_place(qtbot: QtBot):
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    view.show_picture(Picture("PNG", 300, 300, 10, QImage(300, 300, QImage.Format.Format_RGB32)))
    assert 48 < view._picture.pixmap().height() < 200
    assert view.verticalScrollBar().maximum() == 0
    view.resize(600, 600)
    assert view._picture.pixmap().height() == 300
