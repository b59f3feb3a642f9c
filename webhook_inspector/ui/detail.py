"""The lower half of the window: one capture, under the tabs Overview, Headers, Body, Signature, Deliveries and Raw; beside them, guests.

Selecting quickly through the list must not flicker: what is shown stays until the next is ready, or until it has taken so long
that staying would mislead. Only the tab that is looked at is filled.
"""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webhook_inspector.core.delivery import NO_DELIVERIES, Deliveries
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.detail_page import TABS, Page
from webhook_inspector.ui.facts import heading, state_text
from webhook_inspector.ui.flat_tabs import FlatTabs
from webhook_inspector.ui.judging import Judging
from webhook_inspector.ui.loaded import Library, Loaded, load, sent_of
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.pane_deliveries import DeliveriesPane
from webhook_inspector.ui.pane_overview import OverviewPane
from webhook_inspector.ui.parts import ElidedLabel, StateLine
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.theme import GRID, code_font
from webhook_inspector.ui.workshop import Latest, Tools, Workshop

translate = QCoreApplication.translate

PATIENCE_MS = 150
"""How long the capture before stays while the chosen one is being read."""

SMALLEST, LARGEST = 6.0, 40.0
"""Points of the code font."""


class Guest(QWidget):
    """A tab that does not belong to the capture that is shown."""

    def set_code_font(self, font: QFont) -> None:
        """In the size that all code has."""


class DetailTabs(QWidget):
    told = Signal(str)
    """A sentence for the status bar: something that a pane has done."""
    zoomed = Signal()
    """The code font has another size."""
    guests_changed = Signal()

    def __init__(self, library: Library, tasks: Tasks, judging: Judging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = FlatTabs()
        self._tools = Tools(library, tasks, Workshop(), self.told.emit, judging)
        self._top = QWidget()
        self._heading = ElidedLabel()
        self._state = StateLine("warning")
        self._pages = [Page(tab, self._tools) for tab in TABS]
        self._guests: list[Guest] = []
        self._number: int | None = None
        self._loaded: Loaded | None = None
        self._showing = Latest(tasks, "show a capture")
        self._counting = Latest(tasks, "count deliveries")
        self._patience = QTimer(self)
        self._points = self._usual_points()
        self._build()
        self.show_capture(None)

    @property
    def tools(self) -> Tools:
        """What its panes work with."""
        return self._tools

    @property
    def code_points(self) -> float:
        """The size of the code font."""
        return self._points

    def views(self) -> list[str]:
        """How the user looks at bodies, kind by kind, as texts that are kept."""
        return self._tools.choices.texts()

    def recall_views(self, texts: Sequence[str]) -> None:
        """The inverse; what cannot be understood is left out."""
        self._tools.choices.recall(texts)

    def show_capture(self, number: int | None) -> None:
        """Shows the capture `number`; with None, the request to select one."""
        self._number = number
        self._loaded = None
        if number is None:
            self._showing.stop()
            self._say(translate("Detail", "Select a capture to see it."))
        else:
            self._begin(number)

    def judged(self, numbers: Sequence[int]) -> None:
        """Captures were judged anew. Of the one that is shown only the overview changes: what is being read stays where it is."""
        if self._number is None or self._number not in numbers:
            return
        if self._loaded is None:
            self._begin(self._number)  # what is being read may be without it
        else:
            self._showing.start(self._show_judgement(self._number))

    def delivered(self, numbers: Sequence[int]) -> None:
        """What has become of the deliveries of these captures is otherwise now."""
        self._tools.delivering.changed.emit(tuple(numbers))
        if self._number is not None and self._number in numbers:
            self._counting.start(self._count(self._number))

    def find_text(self) -> None:
        """Opens the search in the text that is shown; from a tab without text, in the body."""
        if self._page is None:
            return
        pane = self._page.pane
        if isinstance(pane, DeliveriesPane) and pane.find_text():
            return
        if not isinstance(pane, TextPane):
            self.tabs.setCurrentIndex(next(i for i, tab in enumerate(TABS) if tab.make is BodyPane))
            pane = self._page.pane
        if isinstance(pane, TextPane):
            pane.find_bar.open()

    def zoom(self, steps: int) -> None:
        """Makes the code font larger or smaller by points; 0 gives it the size of all other text again."""
        points = self._points + steps if steps else self._usual_points()
        self._points = min(max(points, SMALLEST), LARGEST)
        for page in self._pages:
            page.set_code_font(code_font(self._points))
        for guest in self._guests:
            guest.set_code_font(code_font(self._points))
        self.zoomed.emit()

    def add_guest(self, guest: Guest, title: str) -> None:
        """It becomes the current tab."""
        self._guests.append(guest)
        self.guests_changed.emit()
        self.tabs.setCurrentIndex(self.tabs.addTab(guest, title))

    def remove_guest(self, guest: Guest) -> None:
        """Nothing happens where it is none."""
        if guest in self._guests:
            self._guests.remove(guest)
            self.tabs.removeTab(self.tabs.indexOf(guest))
            self.guests_changed.emit()

    @property
    def has_guests(self) -> bool:
        return bool(self._guests)

    def name_guest(self, guest: Guest, title: str) -> None:
        place = self.tabs.indexOf(guest)
        if place >= 0:
            self.tabs.setTabText(place, title)

    def close_down(self) -> None:
        """Before the loop ends: nothing is read or rendered any more."""
        self._patience.stop()
        self._showing.stop()
        self._counting.stop()
        self._tools.workshop.close()

    @property
    def _page(self) -> Page | None:
        """None while a guest is looked at."""
        place = self.tabs.currentIndex()
        return self._pages[place] if place < len(self._pages) else None

    def _usual_points(self) -> float:
        return self.font().pointSizeF()

    def _build(self) -> None:
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._say(translate("Detail", "Loading…")))
        self.tabs.setAccessibleName(translate("Detail", "Capture details"))  # Qt names the bar itself after its tab
        for page in self._pages:
            page.set_code_font(code_font(self._points))
            self.tabs.addTab(page, translate("Detail", page.tab.title))
        self.tabs.currentChanged.connect(self._switch)
        top = QVBoxLayout(self._top)
        top.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        top.setSpacing(GRID // 2)
        top.addWidget(self._heading)
        top.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self.tabs, 1)

    def _switch(self) -> None:
        """To another tab: it is blank until it is filled, because what it showed last may be another capture."""
        page = self._page
        self._top.setVisible(page is not None)
        if page is None or self._number is None:
            return
        if self._loaded is None or page.filled_with is not self._loaded:
            page.say("")
            self._begin(self._number)

    def _begin(self, number: int) -> None:
        if not self._patience.isActive():
            self._patience.start()
        self._showing.start(self._show(number))

    async def _show(self, number: int) -> None:
        try:
            loaded = self._loaded or await self._tools.library.read(lambda reader: load(reader, number))
        except KnownError as error:
            self._say(problem_text(error.problem))
            return
        if loaded is None:
            self._say(problem_text(Problem.of("no-capture", id=number)))
            return
        await self._fill(loaded)

    async def _fill(self, loaded: Loaded) -> None:
        self._loaded = loaded
        if self._page is not None:
            await self._page.fill(loaded)
        self._patience.stop()
        self._heading.setText(heading(loaded))
        self._state.say(state_text(loaded))
        self._title(loaded.sent)

    async def _count(self, capture: int) -> None:
        with suppress(KnownError):
            sent = await self._tools.library.read(lambda reader: sent_of(reader, capture))
            if capture == self._number:
                self._title(sent)

    def _title(self, sent: Deliveries) -> None:
        """The tab says how many there are."""
        place = next(at for at, tab in enumerate(TABS) if tab.make is DeliveriesPane)
        title = translate("Detail", TABS[place].title)
        self.tabs.setTabText(place, f"{title} {number(sent.total)}" if sent.total else title)

    async def _show_judgement(self, number: int) -> None:
        try:
            loaded = await self._tools.library.read(lambda reader: load(reader, number))
        except KnownError:
            loaded = None
        if loaded is None:
            loaded = self._loaded  # what is shown stays
        if loaded is None:
            return
        for page in self._pages:
            if page.filled_with is self._loaded and page.tab.make is not OverviewPane:
                page.filled_with = loaded
        await self._fill(loaded)

    def _say(self, words: str) -> None:
        """One sentence instead of a capture, under every tab."""
        self._patience.stop()
        self._heading.setText("")
        self._state.say("")
        self._title(NO_DELIVERIES)
        for page in self._pages:
            page.say(words)
