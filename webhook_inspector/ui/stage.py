"""What fills the window below the bar: table and details, or the page that fits the moment."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.listener_bar import ListenerState
from webhook_inspector.ui.pages import NoMatchPage, StartPage
from webhook_inspector.ui.texts import problem_text

SPLIT = {Qt.Orientation.Vertical: [300, 380], Qt.Orientation.Horizontal: [760, 520]}
"""Sizes of table and details at first, in pixels of a window of 1280 × 800; Qt scales them to the room there is."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which page is shown."""

    listener: ListenerState
    ready: bool = False
    """Whether the history has been read."""
    unreadable: Problem | None = None
    total: int = 0
    shown: int = 0
    words: str = ""
    """Of the search that made the rows; empty: all are shown."""


def page_for(situation: Situation) -> str:
    """`table`, `no-match`, or a page for an empty history: `unreadable`, or the listener's state."""
    if situation.unreadable is not None:
        return situation.listener.key if situation.unreadable.code == "no-history" else "unreadable"
    if not situation.ready:
        return "table"  # most histories hold something: better a table that fills than a page that flashes
    if situation.shown:
        return "table"
    if situation.words and situation.total:
        return "no-match"
    return "table" if situation.total else situation.listener.key


class Stage(QStackedWidget):
    def __init__(self, view: CapturesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_page = StartPage()
        self.no_match = NoMatchPage()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.page = "table"
        self._held = False
        self._view = view
        self._table = QStackedWidget()
        self._table.addWidget(view)
        self._table.addWidget(self.no_match)
        self._table.setMinimumSize(320, 120)
        self.splitter.addWidget(self._table)
        self._place = QFrame()  # of the details, which come after the first paint
        self.splitter.addWidget(self._place)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.addWidget(self.splitter)
        self.addWidget(self.start_page)
        self._kept: dict[Qt.Orientation, list[int]] = dict(SPLIT)
        self.splitter.setSizes(SPLIT[Qt.Orientation.Vertical])

    def set_detail(self, detail: QWidget) -> None:
        sizes = self.splitter.sizes()
        self.splitter.replaceWidget(1, detail)
        self._place.deleteLater()
        detail.setMinimumSize(320, 120)
        self.splitter.setSizes(sizes)

    def turn(self) -> None:
        """The details beside the table, or below it again; each has its own sizes."""
        self._kept[self.splitter.orientation()] = self.splitter.sizes()
        upright = self.splitter.orientation() == Qt.Orientation.Vertical
        orientation = Qt.Orientation.Horizontal if upright else Qt.Orientation.Vertical
        self.splitter.setOrientation(orientation)
        self.splitter.setSizes(self._kept[orientation])

    def restore(self, state: QByteArray) -> None:
        self.splitter.restoreState(state)
        self.splitter.setChildrenCollapsible(False)

    def show_situation(self, situation: Situation) -> None:
        self.page = page_for(situation)
        if self.page == "no-match":
            self.no_match.show_search(situation.words, situation.total)
        elif self.page != "table":
            self._fill_start_page(situation)
        self._table.setCurrentIndex(1 if self.page == "no-match" else 0)
        self._turn_page()

    def hold(self, *, on: bool) -> None:
        """Keeps table and details in sight even where the history is empty: there is something else among the details."""
        self._held = on
        self._turn_page()

    def _turn_page(self) -> None:
        self.setCurrentIndex(0 if self._held or self.page in ("table", "no-match") else 1)

    def _fill_start_page(self, situation: Situation) -> None:
        page = self.start_page
        if self.page == "unreadable" and situation.unreadable is not None:
            page.show_waiting(self.tr("The history cannot be read"), problem_text(situation.unreadable))
        elif self.page in ("listening", "stopping"):
            page.show_listening(situation.listener.url)
        elif self.page == "stopped":
            page.show_stopped()
        elif self.page == "elsewhere":
            page.show_waiting(self.tr("No webhooks yet"), self.tr("What the other program captures appears here."))
        else:
            page.show_waiting(self.tr("Starting…"), "")
