"""Tells before a widget is painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea


class BodyPainting(QObject):
    """`begins` is called each time."""

    def __init__(self, begins: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begins = begins

    def watch(self, view: QAbstractScrollArea) -> None:
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._begins()
        return False
