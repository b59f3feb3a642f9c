import pytest
from pytestqt.qtbot import QtBot

from tests.ui.test_picture import bomb, image_bytes
from webhook_inspector.ui.picture import picture
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
