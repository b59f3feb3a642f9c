"""Shows the preview of a picture, and what it is."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.picture import Picture
from webhook_inspector.ui.texts import number, size
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

SMALLEST = 48
"""Pixels to which a picture is made smaller at most."""


class PictureView(QScrollArea):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = QPixmap()
        self._picture = QLabel()
        self._words = PlainLabel()
        self.setAccessibleName(translate("Body", "Picture"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for label in (self._picture, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addStretch(1)
        layout.addWidget(self._picture)
        layout.addWidget(self._words)
        layout.addStretch(1)
        self.setWidget(inside)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_picture(self, picture: Picture) -> None:
        self._picture.setVisible(picture.image is not None)
        self._whole = QPixmap() if picture.image is None else QPixmap.fromImage(picture.image)
        self._words.setText(_words(picture))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Makes the picture smaller where there is no room for it; never larger."""
        below = self._words.heightForWidth(self.viewport().width() - 4 * GRID) + GRID
        room = self.viewport().size() - QSize(4 * GRID, 4 * GRID + below)
        room = room.expandedTo(QSize(SMALLEST, SMALLEST))
        shown = self._whole
        if shown.width() > room.width() or shown.height() > room.height():
            shown = shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._picture.setPixmap(shown)


def _words(picture: Picture) -> str:
    if not picture.name:
        return translate("Body", "There is no preview of this kind of picture.")
    what = translate("Body", "{format}, {width} × {height} pixels, {size}").format(
        format=picture.name, width=number(picture.width), height=number(picture.height), size=size(picture.bytes)
    )
    if picture.image is not None:
        return what
    if picture.too_large:
        return translate("Body", "{what}: too large for a preview.").format(what=what)
    return translate("Body", "This picture is broken, or not all of it is here.")
