"""The bar of the listener: where webhooks can be posted, whether anybody listens there, and the button that changes it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID, theme_of


@dataclass(frozen=True, slots=True)
class ListenerState:
    """What the bar shows."""

    key: str
    """`starting`, `listening`, `stopping`, `stopped`, `elsewhere` (another process captures into this folder), or
    `unavailable`: there is no history to capture into."""
    url: str = ""


_DOTS = {
    "starting": ("○", "muted"),
    "listening": ("●", "ok"),
    "stopping": ("○", "muted"),
    "stopped": ("○", "fail"),
    "elsewhere": ("◐", "warn"),
    "unavailable": ("○", "fail"),
}


class ListenerBar(QWidget):
    toggled = Signal()
    """Start or stop, whichever the button says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ListenerState("starting")
        self._toggle = QPushButton()
        self._dot = PlainLabel()
        self._word = PlainLabel()
        self._url = QLineEdit()
        self._copy = QPushButton(self.tr("Copy URL"))
        self._build()
        self.show_state(self._state)

    @property
    def state(self) -> ListenerState:
        return self._state

    def show_state(self, state: ListenerState) -> None:
        self._state = state
        listening = state.key in ("listening", "stopping")
        text = self.tr("Stop listening") if listening else self.tr("Start listening")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(text)
        self._toggle.setEnabled(state.key in ("listening", "stopped"))
        self._word.setText(self._words()[state.key])
        self._url.setText(state.url)
        self._url.setCursorPosition(0)
        self._url.setEnabled(bool(state.url))
        self._copy.setEnabled(bool(state.url))
        self._tint()

    def copy_url(self) -> None:
        if self._state.url:
            QGuiApplication.clipboard().setText(self._state.url)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        elif event.type() == QEvent.Type.FontChange:
            self._measure()

    def _build(self) -> None:
        self._url.setReadOnly(True)
        self._url.setTextMargins(GRID // 2, 0, GRID // 2, 0)
        self._url.setAccessibleName(self.tr("Listener URL"))
        self._url.setToolTip(self.tr("Webhooks posted to this address, with any path, appear below."))
        self._url.setPlaceholderText(self.tr("no address yet"))
        self._copy.setToolTip(self.tr("Copy the address to the clipboard"))
        self._copy.clicked.connect(self.copy_url)
        self._toggle.setToolTip(self.tr("Start or stop listening (Ctrl+E)"))
        self._toggle.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for widget in (self._toggle, self._dot, self._word, self._url, self._copy):
            row.addWidget(widget)
        row.insertSpacing(1, GRID // 2)
        self._measure()

    def _words(self) -> dict[str, str]:
        return {
            "starting": self.tr("Starting…"),
            "listening": self.tr("Listening"),
            "stopping": self.tr("Stopping…"),
            "stopped": self.tr("Not listening"),
            "elsewhere": self.tr("Reading only"),
            "unavailable": self.tr("Not listening"),
        }

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self._url.setFixedWidth(metrics.horizontalAdvance("http://127.0.0.1:87870/") + 4 * GRID)
        self._word.setMinimumWidth(max(metrics.horizontalAdvance(word) for word in self._words().values()))
        self._toggle.setMinimumWidth(
            max(metrics.horizontalAdvance(text) for text in (self.tr("Stop listening"), self.tr("Start listening")))
            + 6 * GRID
        )

    def _tint(self) -> None:
        glyph, token = _DOTS[self._state.key]
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(theme_of(self.palette()), token)))
        self._dot.setText(glyph)
        self._dot.setPalette(palette)
        self._toggle.setIcon(icon("stop" if self._state.key in ("listening", "stopping") else "play", self.palette()))
        self._copy.setIcon(icon("copy", self.palette()))
