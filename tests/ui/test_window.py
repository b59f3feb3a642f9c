import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QTabWidget, QTextEdit, QVBoxLayout, QWidget

from tests.ui.rows import ids, make_cells, place_of, tries_cells
from webhook_inspector.ui.chip import Chip
from webhook_inspector.ui.listener_bar import ListenerState
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.stage import Situation
from webhook_inspector.ui.window import USUAL_SIZE, MainWindow


class Detail(QWidget):
    """Stands for the details, which have their own tests."""

    def __init__(self):
        super().__init__()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Capture details")
        self.text = QTextEdit()
        for title in ("Overview", "Headers", "Body", "Signature", "Raw"):
            self.tabs.addTab(self.text if title == "Overview" else QWidget(), title)
        QVBoxLayout(self).addWidget(self.tabs)
        self.calls = []
        self.chosen = []

    def find_text(self):
        self.calls.append("find")

    def zoom(self, steps):
        self.calls.append(steps)

    def views(self):
        return self.chosen

    def recall_views(self, texts):
        self.chosen = [*texts]


@pytest.fixture
def font(qapp):
    before = qapp.font()
    yield before
    qapp.setFont(before)


@pytest.fixture
def make(qtbot, tmp_path, font):
    def make():
        window = MainWindow(WindowMemory(tmp_path / "window.ini"))
        qtbot.addWidget(window, before_close_func=lambda window: window.hide())
        window.set_detail(Detail())
        window.model.reset(ids(range(1, 51)), make_cells(range(1, 51)))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return make


@pytest.fixture
def window(make):
    return make()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_the_names_of_the_contract(window):
    window.bar.show_state(ListenerState("listening", "http://127.0.0.1:8787"))
    names = {name_of(widget) for widget in window.findChildren(QWidget)} | {name_of(window)}
    contract = {"Listener URL", "Copy URL", "Stop listening", "Search captures", "Captures", "Status"}
    assert window.windowTitle() == "Webhook Inspector"
    assert contract | {"Webhook Inspector"} <= names


@pytest.mark.parametrize("page", ["table", "start", "no-match"])
def test_whatever_takes_the_keyboard_has_a_name(window, page):
    situation = {
        "table": Situation(ListenerState("listening"), ready=True, total=5, shown=5),
        "start": Situation(ListenerState("listening", "http://x"), ready=True),
        "no-match": Situation(ListenerState("stopped"), ready=True, total=5, words="x"),
    }[page]
    window.stage.show_situation(situation)
    window.banners.show_banner("a", "warn", "x", dismissable=True)
    shown = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one not in window.detail.findChildren(QWidget)
    ]
    nameless = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not name_of(one)]
    assert not nameless


def test_the_list_has_the_keyboard_at_first(window):
    assert QApplication.focusWidget() is window.view


def test_the_keyboard_goes_everywhere(window, qtbot):
    field = window.search._edit
    press(qtbot, Qt.Key.Key_F, CTRL | SHIFT)
    assert QApplication.focusWidget() is field
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.view
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is field
    press(qtbot, Qt.Key.Key_BracketLeft, CTRL)
    assert QApplication.focusWidget() is window.view
    press(qtbot, Qt.Key.Key_BracketRight, CTRL)
    assert window.detail.tabs.isAncestorOf(QApplication.focusWidget()) or window.detail.tabs.hasFocus()


def test_f6_goes_round(window, qtbot):
    window.resize(USUAL_SIZE)
    seen = []
    for turn in range(7):
        if turn == 4:
            window.show_sidebar(False)
        press(qtbot, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append("details" if window.detail.isAncestorOf(focused) else name_of(focused))
    sidebar = window.sidebar.accessibleName()
    assert seen == ["details", sidebar, "Search captures", "Captures", "details", "Search captures", "Captures"]


def test_escape_clears_the_search(window, qtbot):
    said = []
    window.search.changed.connect(said.append)
    press(qtbot, Qt.Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(window.search._edit, "stripe")
    press(qtbot, Qt.Key.Key_Return)
    assert said == ["stripe"]
    assert QApplication.focusWidget() is window.view
    press(qtbot, Qt.Key.Key_Escape)
    assert said == ["stripe", ""]


def test_find_belongs_to_where_the_keyboard_is(window, qtbot):
    window.detail.text.setFocus()
    window.find_text()
    assert window.detail.calls == ["find"]


def test_tabs_by_number(window, qtbot):
    for number, title in ((3, "Body"), (1, "Overview"), (5, "Raw"), (4, "Signature"), (2, "Headers")):
        press(qtbot, Qt.Key(ord(str(number))), CTRL)
        assert window.detail.tabs.tabText(window.detail.tabs.currentIndex()) == title


def test_select_all_and_the_count(window, qtbot):
    press(qtbot, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: "50 selected" in window.status.text())


def test_copying_text_is_not_copying_an_address(window, qtbot):
    window.detail.text.setPlainText("a word")
    window.detail.text.selectAll()
    window.detail.text.setFocus()
    triggered = []
    window.actions_by_key["copy-url"].triggered.connect(lambda: triggered.append(1))
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "a word"
    assert not triggered


def test_the_layout_turns(window, qtbot):
    press(qtbot, Qt.Key.Key_Backslash, CTRL)
    assert window.stage.splitter.orientation() is Qt.Orientation.Horizontal
    press(qtbot, Qt.Key.Key_Backslash, CTRL)
    assert window.stage.splitter.orientation() is Qt.Orientation.Vertical


def test_zoom(window, qtbot, font):
    press(qtbot, Qt.Key.Key_Equal, CTRL)
    press(qtbot, Qt.Key.Key_Equal, CTRL)
    press(qtbot, Qt.Key.Key_Minus, CTRL)
    assert QApplication.font().pointSizeF() == font.pointSizeF() + 1
    assert window.detail.calls == [1, 1, -1]
    press(qtbot, Qt.Key.Key_0, CTRL)
    assert QApplication.font().pointSizeF() == font.pointSizeF()
    for _ in range(40):
        window.zoom(-1)
    assert QApplication.font().pointSizeF() >= 5


def test_the_key_of_further_tries(window, qtbot):
    toggled = []
    window.view.tries_toggled.connect(toggled.append)
    window.model.fill(tries_cells(7, [51, 52]))
    press(qtbot, Qt.Key.Key_T, CTRL)
    window.view.select_id(7)
    press(qtbot, Qt.Key.Key_T, CTRL)
    window.view.select_id(8)
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert toggled == [7]


def test_a_header_of_an_earlier_version_is_not_put_on_other_columns(make, tmp_path):
    memory = WindowMemory(tmp_path / "window.ini")
    usual = make()
    usual.view.horizontalHeader().resizeSection(1, 321)
    memory.keep("header", usual.view.horizontalHeader().saveState())
    memory.write()
    assert make().view.horizontalHeader().sectionSize(1) != 321


def test_the_follow_button_and_the_table_agree(window):
    window.resize(900, 560)
    action = window.actions_by_key["follow"]
    assert action.isChecked()
    window.view.verticalScrollBar().setValue(1)
    assert not action.isChecked()
    action.setChecked(True)
    assert window.view.following
    assert window.view.verticalScrollBar().value() == window.view.verticalScrollBar().maximum()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_opens_the_menu_of_a_capture(window, qtbot):
    assert window.view.menu is not None
    spot = window.view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, window.view.mapToGlobal(QPoint(spot)))
    QApplication.sendEvent(window.view.viewport(), event)
    assert window.view.menu.isVisible()
    window.view.menu.hide()


def choice(window, title):
    """What the menu of the header offers for a column."""
    return next(action for action in window.view.horizontalHeader().actions() if action.text() == title)


def test_what_the_user_arranged_is_there_the_next_time(make, qtbot, font):
    first = make()
    first.resize(900, 640)  # no wider than the offscreen screen lets a window come back
    first.zoom(2)
    first.view.horizontalHeader().resizeSection(1, 123)
    first.view.horizontalHeader().moveSection(0, 3)
    choice(first, "Size").trigger()
    choice(first, "From").trigger()
    first.turn_layout()
    first.stage.splitter.setSizes([600, 300])
    first.detail.tabs.setCurrentIndex(2)
    first.remember()
    sizes = first.stage.splitter.sizes()
    first.hide()
    QApplication.setFont(font)
    second = make()
    assert second.size() == first.size()
    assert second.view.horizontalHeader().sectionSize(1) == 123
    assert second.view.horizontalHeader().visualIndex(0) == 3
    assert [choice(second, title).isChecked() for title in ("Size", "From", "Type")] == [False, True, False]
    hidden = [second.view.isColumnHidden(place_of(key)) for key in ("size", "from", "type")]
    assert hidden == [True, False, True]
    assert second.stage.splitter.orientation() is Qt.Orientation.Horizontal
    assert second.stage.splitter.sizes() == sizes
    assert second.detail.tabs.currentIndex() == 2
    assert QApplication.font().pointSizeF() == font.pointSizeF() + 2


def test_a_broken_memory_is_no_memory(make, tmp_path):
    (tmp_path / "window.ini").write_bytes(b"[General]\ngeometry=@ByteArray(junk)\nsplitter=7\nzoom=900\n")
    window = make()
    assert window.size() == USUAL_SIZE.boundedTo(window.screen().availableGeometry().size()).expandedTo(
        window.minimumSize()
    )
    assert QApplication.font().pointSizeF() < 30


def test_closing_only_asks(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
    assert not window.isVisible()


def test_fits_its_smallest_size(window):
    window.resize(10, 10)
    assert (window.width(), window.height()) == (900, 560)
    assert window.centralWidget().minimumSizeHint().width() <= 900


def test_filters_are_remembered_until_the_next_time(make, qtbot):
    first = make()
    for text in ("a", "sig:invalid"):
        first.search._edit.setText(text)
        qtbot.keyClick(first.search._edit, Qt.Key.Key_Return)
    first.remember()
    second = make()
    qtbot.keyClick(second.search._edit, Qt.Key.Key_Up)
    assert second.search.recent == ["sig:invalid", "a"]
    assert second.search._popup.texts() == ["sig:invalid", "a"]


def test_the_line_under_the_search_moves_nothing_above_it(window, qtbot):
    parts = (window.bar, window.search)
    before = [part.geometry() for part in parts]
    window.search._edit.setText("sig:invalid")
    qtbot.waitUntil(window.search.line.isVisible)
    window.centralWidget().layout().activate()
    assert [part.geometry() for part in parts] == before
    assert window.search.line.geometry().left() == window.search.geometry().left()
    assert window.search.line.geometry().top() >= window.search.geometry().bottom()


def test_the_sidebar_comes_and_goes_by_its_key_and_stays_so(make, qtbot):
    first = make()
    first.resize(1280, 640)
    qtbot.waitUntil(first.sidebar.isVisible)
    first.view.setFocus()
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert not first.sidebar.isVisible()
    assert not first.actions_by_key["sidebar"].isChecked()
    first.remember()
    first.hide()
    second = make()
    second.resize(1280, 640)
    assert not second.sidebar.isVisible()
    assert not second.actions_by_key["sidebar"].isChecked()
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert second.sidebar.isVisible()


def test_the_timeline_comes_and_goes_by_its_key_and_stays_so(make, qtbot):
    first = make()
    first.resize(1280, 800)
    first.timeline_place.set_filled(True)
    qtbot.waitUntil(first.timeline.isVisible)
    assert first.actions_by_key["timeline"].isChecked()
    press(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not first.timeline.isVisible()
    first.remember()
    first.hide()
    second = make()
    second.resize(1280, 800)
    second.timeline_place.set_filled(True)
    assert not second.timeline.isVisible()
    assert not second.actions_by_key["timeline"].isChecked()
    second.actions_by_key["timeline"].trigger()
    assert second.timeline.isVisible()


def test_in_a_low_window_the_table_has_the_room_of_the_timeline(window, qtbot):
    window.timeline_place.set_filled(True)
    window.resize(900, 560)
    qtbot.waitUntil(lambda: not window.timeline.isVisible())
    assert not window.actions_by_key["timeline"].isChecked()
    window.resize(900, 700)
    qtbot.waitUntil(window.timeline.isVisible)
    assert window.actions_by_key["timeline"].isChecked()


def test_the_parts_of_the_filter_stand_under_it_and_save_filter_follows_them(window, qtbot):
    action = window.actions_by_key["save-filter"]
    window.pick_filter("path:/stripe sig:invalid")
    chips = [chip for chip in window.findChildren(Chip) if chip.isVisible()]
    assert [chip.isChecked() for chip in chips] == [True, True]
    field = window.search.mapTo(window, window.search.rect().bottomLeft())
    assert chips[0].mapTo(window, QPoint()).x() == field.x()
    assert chips[0].mapTo(window, QPoint()).y() > field.y()
    for chip in chips:
        chip.click()
    assert not action.isEnabled()
    chips[0].click()
    assert action.isEnabled()


def test_a_filter_picked_in_the_sidebar_is_searched_for(window, qtbot):
    window.sidebar.picked.emit("sig:invalid")
    assert window.search.text() == "sig:invalid"
    star = next(one for one in window.findChildren(QWidget) if one.accessibleName() == "Save filter…")
    assert star.isEnabled()
    assert window.actions_by_key["save-filter"].isEnabled()
    window.sidebar.picked.emit("")
    assert window.search.text() == ""
    assert not star.isEnabled()


def test_how_times_are_told_is_remembered(make):
    first = make()
    usual = first.model.index(0, place_of("time")).data()
    first.actions_by_key["time-utc"].trigger()
    told = first.model.index(0, place_of("time")).data()
    assert told != usual
    assert told.endswith("Z")
    first.remember()
    second = make()
    assert second.actions_by_key["time-utc"].isChecked()
    assert second.model.index(0, place_of("time")).data() == told


@pytest.mark.parametrize("kept", ["-1", "99", "utc"])
def test_a_way_of_telling_times_that_is_not_known_is_the_usual_one(make, tmp_path, kept):
    (tmp_path / "window.ini").write_text(f"[General]\ntime={kept}\n", "utf-8")
    assert make().actions_by_key["time-local"].isChecked()


def test_how_bodies_are_looked_at_is_remembered(make):
    first = make()
    first.detail.chosen = ["json=tree", "xml=raw"]
    first.remember()
    second = make()
    assert second.detail.views() == ["json=tree", "xml=raw"]


def test_where_something_was_sent_is_remembered(make):
    window = make()
    assert (window.targets, window.resend_to) == ([], "")
    window.targets, window.resend_to = ["http://a/b", "http://c/"], "http://a"
    window.remember()
    again = make()
    assert (again.targets, again.resend_to) == (["http://a/b", "http://c/"], "http://a")
