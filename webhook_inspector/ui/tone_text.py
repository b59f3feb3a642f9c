"""A text for reading in one of the theme's colours, on whatever lies behind it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from webhook_inspector.ui.theme import theme_of
from webhook_inspector.ui.value_text import ValueText


class ToneText(ValueText):
    """`tone` is the name of a colour of the theme. Hidden while there is nothing to say."""

    def __init__(self, name: str, tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tone = tone
        self.viewport().setAutoFillBackground(False)
        self._tint()
        self.hide()

    def say(self, text: str, tone: str = "") -> None:
        """In another tone than before where one is named."""
        self._tone = tone or self._tone
        self._tint()
        self.show_value(text)
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def _tint(self) -> None:
        colour = QColor(getattr(theme_of(QGuiApplication.palette()), self._tone))
        if self.palette().text().color() == colour:
            return  # this very change has called us
        palette = QPalette()  # nothing but its own colour, or it would no longer follow the others
        palette.setColor(QPalette.ColorRole.Text, colour)
        palette.setColor(QPalette.ColorRole.HighlightedText, colour)
        self.setPalette(palette)
