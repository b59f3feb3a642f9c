import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from webhook_inspector.paths import resource_path
from webhook_inspector.ui.icons import app_icon, icon
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def ink(pixmap: QPixmap, opacity: int = 255) -> set[str]:
    """The colours of the pixels that are at least so opaque."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() >= opacity}


def test_there_are_icons():
    assert {"app", "copy", "play", "stop", "search", "clear", "follow", "export", "warning", "error"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_drawing_that_fetches_nothing(name: str):
    text = resource_path(f"icons/{name}.svg").read_text("utf-8")
    assert QSvgRenderer(text.encode()).isValid()
    assert "href" not in text
    assert "<text" not in text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_drawn_in_the_pixels_of_the_screen(qapp: QApplication, name: str, ratio: float):
    pixmap = icon(name, palette_of(LIGHT)).pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(16, 16) * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert ink(pixmap, opacity=128)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_icons_have_the_colour_of_text(qapp: QApplication, theme):
    large = QSize(64, 64)
    assert theme.text in ink(icon("copy", palette_of(theme)).pixmap(large))
    assert theme.warn in ink(icon("warning", palette_of(theme)).pixmap(large))
    assert theme.fail in ink(icon("error", palette_of(theme)).pixmap(large))
    assert theme.disabled in ink(icon("warning", palette_of(theme)).pixmap(large, QIcon.Mode.Disabled))


def test_icons_keep_their_shape_in_a_wide_place(qapp: QApplication):
    image = icon("stop", palette_of(LIGHT)).pixmap(QSize(64, 32)).toImage()
    assert image.pixelColor(32, 8).alpha() > 0
    assert QColor(image.pixelColor(8, 8)).alpha() == 0


def test_the_icon_of_the_application(qapp: QApplication):
    assert ink(app_icon().pixmap(QSize(256, 256)))
