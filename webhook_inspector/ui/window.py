"""The window: its parts, where they are, and the actions that concern nothing but them. It knows no engine and no history."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QPushButton, QTabWidget, QVBoxLayout, QWidget

from webhook_inspector.ui.actions import connect_actions, context_menu, fill_menu_bar, make_actions
from webhook_inspector.ui.banner import Banners
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.icons import app_icon
from webhook_inspector.ui.listener_bar import ListenerBar
from webhook_inspector.ui.memory import HEADER, WindowMemory
from webhook_inspector.ui.parts import IconButton
from webhook_inspector.ui.search_field import SearchField
from webhook_inspector.ui.sidebar import Sidebar
from webhook_inspector.ui.sidebar_split import SidebarSplit
from webhook_inspector.ui.stage import Stage
from webhook_inspector.ui.status import StatusBar
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.time_format import TIME_FORMATS
from webhook_inspector.ui.timeline import Timeline
from webhook_inspector.ui.timeline_place import TimelinePlace

TITLE = "Webhook Inspector"
USUAL_SIZE = QSize(1280, 800)
"""At the first start, where the screen is large enough."""
ZOOM_STEPS = range(-4, 13)
"""Points that the text may be smaller or larger than usual."""


class Detail(Protocol):
    """What the window asks of `detail.DetailTabs`, a widget that is made after the first paint."""

    @property
    def tabs(self) -> QTabWidget: ...

    def find_text(self) -> None: ...

    def zoom(self, steps: int) -> None: ...

    def views(self) -> list[str]: ...

    def recall_views(self, texts: Sequence[str]) -> None: ...


class MainWindow(QMainWindow):
    closing = Signal()
    """The user wants to leave. The window is hidden; whoever runs it ends everything in order."""

    def __init__(self, memory: WindowMemory) -> None:
        super().__init__()
        self._memory = memory
        self._usual_points = QApplication.font().pointSizeF()
        self._zoom = 0
        self._time = 0
        self.targets: list[str] = []
        """Addresses that were sent to, the last one first."""
        self.resend_to = ""
        """Where captures are sent again as they are; empty: nothing was sent yet."""
        self.model = CapturesModel(self)
        self.bar = ListenerBar()
        self.search = SearchField()
        self.banners = Banners()
        self.view = CapturesView(self.model)
        self.stage = Stage(self.view)
        self.sidebar = Sidebar()
        self.timeline = Timeline()
        self.timeline_place = TimelinePlace(self.timeline, self.stage)
        self.split = SidebarSplit(self.sidebar, self.timeline_place)
        self.status = StatusBar()
        self.detail: Detail | None = None
        self.leaving = False
        """Whether `closing` was emitted, perhaps before anybody could hear it."""
        self.actions_by_key = make_actions(self)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(900, 560)
        self._lay_out()
        self._connect()
        self._restore()
        self.view.setFocus()

    def set_detail(self, detail: Detail) -> None:
        self.detail = detail
        self.stage.set_detail(cast(QWidget, detail))
        detail.tabs.setCurrentIndex(self._memory.number_of("tab", 0))
        detail.recall_views(self._memory.texts_of("body-views"))

    def come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def remember(self) -> None:
        """Writes `window.ini`."""
        self._memory.keep("geometry", self.saveGeometry())
        self._memory.keep("splitter", self.stage.splitter.saveState())
        self._memory.keep("sidebar", self.split.saveState())
        self._memory.keep("sidebar-wanted", int(self.split.wanted))
        self._memory.keep("timeline-wanted", int(self.timeline_place.wanted))
        self._memory.keep(HEADER, self.view.horizontalHeader().saveState())
        self._memory.keep("zoom", self._zoom)
        self._memory.keep("time", self._time)
        self._memory.keep("filters", self.search.recent)
        self._memory.keep("targets", self.targets)
        self._memory.keep("resend-to", [self.resend_to] if self.resend_to else [])
        if self.detail is not None:
            self._memory.keep("tab", self.detail.tabs.currentIndex())
            self._memory.keep("body-views", self.detail.views())
        self._memory.write()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.hide()
        self.leaving = True
        self.closing.emit()

    # actions

    def focus_search(self) -> None:
        self.search.enter()

    def clear_search(self) -> None:
        """And back to the list."""
        self.search.clear()
        self.focus_table()

    def focus_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_detail(self) -> None:
        if self.detail is not None:
            self.detail.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_pane(self) -> None:
        """Search, list, details, sidebar where it is there, and round again."""
        focused = QApplication.focusWidget()
        if _holds(self.search, focused):
            self.focus_table()
        elif _holds(self.view, focused):
            self.focus_detail()
        elif self.sidebar.isVisible() and not _holds(self.search, focused) and not _holds(self.sidebar, focused):
            self.sidebar.enter()
        else:
            self.focus_search()

    def find_text(self) -> None:
        """In the details where they have the keyboard, else in the captures."""
        if self.detail is not None and _holds(self.detail.tabs, QApplication.focusWidget()):
            self.detail.find_text()
        else:
            self.focus_search()

    def pick_filter(self, text: str) -> None:
        """Searches for this; empty: for everything."""
        if text:
            self.search.put(text)
        else:
            self.search.clear()

    def show_sidebar(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        self.split.choose(on)

    def show_timeline(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        self.timeline_place.choose(on)

    def select_all(self) -> None:
        self.view.selectAll()

    def set_following(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        self.view.set_following(on)

    def show_time(self, place: int) -> None:
        self._time = place
        self.view.show_time(place)

    def toggle_tries(self) -> None:
        self.view.toggle_tries()

    def turn_layout(self) -> None:
        self.stage.turn()

    def show_tab(self, place: int) -> None:
        if self.detail is not None:
            self.detail.tabs.setCurrentIndex(place)

    def zoom(self, step: int) -> None:
        """Larger or smaller text; 0 is the usual size."""
        self._zoom = min(max(self._zoom + step if step else 0, ZOOM_STEPS.start), ZOOM_STEPS.stop - 1)
        font = QApplication.font()
        font.setPointSizeF(max(self._usual_points + self._zoom, 5.0))
        QApplication.setFont(font)
        self.setFont(QFont())  # so that it is here at once: a window that was not shown yet hears of it only then
        if self.detail is not None:
            self.detail.zoom(step)

    # inside

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID)
        top.setHorizontalSpacing(GRID)
        top.setVerticalSpacing(GRID // 2)
        top.setColumnStretch(1, 1)
        top.addWidget(self.bar, 0, 0)
        top.addWidget(self.search, 0, 1)
        top.addWidget(self._save_button(), 0, 2)
        top.addWidget(self._follow_button(), 0, 3)
        top.addWidget(self.search.chips, 1, 1, 1, 3)
        top.addWidget(self.search.line, 2, 1, 1, 3)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.banners)
        column.addWidget(self.split, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        fill_menu_bar(self.menuBar(), self.actions_by_key)
        self.view.menu = context_menu(self, self.actions_by_key)

    def _save_button(self) -> IconButton:
        """As the action: only where there is a filter that can be understood."""
        action = self.actions_by_key["save-filter"]
        button = IconButton("star", self.tr("Save filter…"))
        button.clicked.connect(action.trigger)
        self.search.settled.connect(lambda text: action.setEnabled(bool(text)))
        action.enabledChanged.connect(button.setEnabled)
        action.setEnabled(False)
        return button

    def _follow_button(self) -> QPushButton:
        action = self.actions_by_key["follow"]
        button = QPushButton(self.tr("Follow"))
        button.setToolTip(self.tr("Stay at the newest capture (End)"))
        button.setCheckable(True)
        button.toggled.connect(action.setChecked)
        action.toggled.connect(button.setChecked)
        action.setChecked(True)
        return button

    def _connect(self) -> None:
        connect_actions(self.actions_by_key, self)
        self.view.follow_changed.connect(self.actions_by_key["follow"].setChecked)
        self.search.left.connect(self.focus_table)
        self.search.changed.connect(self.sidebar.mark)
        self.sidebar.picked.connect(self.pick_filter)
        self.split.shown_changed.connect(self.actions_by_key["sidebar"].setChecked)
        self.timeline_place.chosen_changed.connect(self.actions_by_key["timeline"].setChecked)
        self.stage.no_match.clear_search.connect(self.clear_search)
        self.stage.start_page.copy_url.connect(self.bar.copy_url)
        self.view.counted.connect(self._count_selected)

    def _restore(self) -> None:
        zoom = self._memory.number_of("zoom", 0)
        if zoom:
            self.zoom(zoom)  # first: the widths that were kept are of this size
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self.restoreGeometry(self._memory.bytes_of("geometry"))
        self.stage.restore(self._memory.bytes_of("splitter"))
        self.actions_by_key["sidebar"].setChecked(True)
        wanted = self._memory.number_of("sidebar-wanted", 1) != 0
        self.split.restore(self._memory.bytes_of("sidebar"), wanted=wanted)
        self.actions_by_key["timeline"].setChecked(True)
        self.timeline_place.restore(wanted=self._memory.number_of("timeline-wanted", 1) != 0)
        self.view.restore_header(self._memory.bytes_of(HEADER))
        time = self._memory.number_of("time", 0)
        if time in range(len(TIME_FORMATS)):
            self.actions_by_key[f"time-{TIME_FORMATS[time].key}"].trigger()
        self.search.recall(self._memory.texts_of("filters"))
        self.targets = self._memory.texts_of("targets")
        self.resend_to = next(iter(self._memory.texts_of("resend-to")), "")

    def _count_selected(self) -> None:
        self.status.tell(selected=self.view.selected_count())


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
