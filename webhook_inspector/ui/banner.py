"""Banners: what is wrong or worth knowing, above the table, with what can be done about it. Never a dialog in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.parts import IconButton, PlainLabel
from webhook_inspector.ui.theme import GRID, theme_of

ICONS = {"fail": "error", "warn": "warning", "note": "notice"}
MOST = 5
"""Banners at once; the oldest that can be dismissed goes first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a banner."""

    text: str
    act: Callable[[], None]


class Banner(QFrame):
    """One sentence with a glyph, its buttons, and a cross if it may be dismissed."""

    dismissed = Signal()

    def __init__(self, tone: str, text: str, choices: Sequence[Choice], *, dismissable: bool) -> None:
        super().__init__()
        self.dismissable = dismissable
        self._tone = tone
        self._glyph = QLabel()
        self._label = PlainLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        self._row.addWidget(self._glyph)
        self._row.addWidget(self._label, 1)
        for choice in choices:
            self._add(choice)
        if dismissable:
            cross = IconButton("clear", self.tr("Dismiss"))
            cross.clicked.connect(self.dismissed)
            self._row.addWidget(cross)
        self.set_text(text)
        self._tint()

    def text(self) -> str:
        return self._label.text()

    def set_text(self, text: str) -> None:
        self._label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _add(self, choice: Choice) -> None:
        button = QPushButton(choice.text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, act=choice.act: act())
        self._row.addWidget(button)

    def _tint(self) -> None:
        theme = theme_of(QGuiApplication.palette())  # its own palette holds the wash
        wash = QColor(getattr(theme, f"{self._tone}_wash"))
        if self.palette().window().color() == wash:
            return  # this very change has called us
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, wash)
        self.setPalette(palette)
        side = self.fontMetrics().height()
        self._glyph.setPixmap(icon(ICONS[self._tone], palette).pixmap(QSize(side, side), self.devicePixelRatioF()))


class Banners(QWidget):
    """The banners that are shown, each under a key: showing one again replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, GRID)
        self._column.setSpacing(GRID // 2)
        self.setVisible(False)

    def show_banner(
        self, key: str, tone: str, text: str, choices: Sequence[Choice] = (), *, dismissable: bool = False
    ) -> Banner:
        """`tone` is `fail`, `warn` or `note`."""
        self.drop(key)
        banner = Banner(tone, text, choices, dismissable=dismissable)
        banner.dismissed.connect(lambda: self.drop(key))
        self._shown[key] = banner
        self._column.addWidget(banner)
        self.setVisible(True)
        spare = [one for one, shown in self._shown.items() if shown.dismissable and one != key]
        if len(self._shown) > MOST and spare:
            self.drop(spare[0])
        return banner

    def drop(self, key: str) -> None:
        """Nothing happens where there is none under this key."""
        banner = self._shown.pop(key, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._shown))

    def texts(self) -> dict[str, str]:
        """What is shown, by key."""
        return {key: banner.text() for key, banner in self._shown.items()}

    def banner(self, key: str) -> Banner | None:
        return self._shown.get(key)
