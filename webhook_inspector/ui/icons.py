"""Our own icons, drawn in whatever colours and at whatever size the screen asks for. Needs nothing but Qt: used before the first paint."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from webhook_inspector.paths import resource_path
from webhook_inspector.ui.theme import theme_of

_STATES = {"ok": "ok", "error": "fail", "warning": "warn", "notice": "ok"}
"""Icons that tell a state have its colour; all others have that of the text beside them."""


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon `name` of resources/icons. Ask again after `PaletteChange`: it keeps the colours of `palette`."""
    return QIcon(_Engine(name, QPalette(palette)))


def app_icon() -> QIcon:
    return QIcon(_Engine("app", QPalette()))


@cache
def _drawing(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text("utf-8")


class _Engine(QIconEngine):
    def __init__(self, name: str, palette: QPalette) -> None:
        super().__init__()
        self._name = name
        self._palette = palette

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._palette)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        svg = _drawing(self._name).replace("currentColor", self._colour(mode))
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)  # drawn anew in device pixels, hence sharp
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
        token = _STATES.get(self._name)
        if token is None:
            return self._palette.color(QPalette.ColorRole.ButtonText).name()
        return str(getattr(theme_of(self._palette), token))
