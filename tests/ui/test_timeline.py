import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from webhook_inspector.core.arrivals import LEAST, Arrivals, Tally
from webhook_inspector.ui.timeline import Span, Timeline

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
SECOND = 10**9
FIRST, LAST = 1000, 1059
ARRIVALS = Arrivals(3, SECOND, {FIRST: Tally(1, 1), LAST: Tally(other=1)})


@pytest.fixture
def window(qtbot):
    """With an Esc of its own, as the window of captures has."""
    window = QWidget()
    qtbot.addWidget(window)
    window.timeline, window.escaped = Timeline(), []
    QVBoxLayout(window).addWidget(window.timeline)
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: window.escaped.append(1))
    window.resize(616, 120)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.timeline.show_arrivals(ARRIVALS)
    window.timeline.setFocus()
    return window


@pytest.fixture
def timeline(window):
    return window.timeline


@pytest.fixture
def picked(timeline):
    picked = []
    timeline.picked.connect(picked.append)
    return picked


@pytest.fixture
def cleared(timeline):
    cleared = []
    timeline.cleared.connect(lambda: cleared.append(1))
    return cleared


def middle(timeline, number):
    plan = timeline._plan()
    return QPoint((plan.left(number) + plan.left(number + 1)) // 2, 10)


def drag(qtbot, timeline, first, last):
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(timeline, button, pos=middle(timeline, first))
    qtbot.mouseMove(timeline, middle(timeline, (first + last) // 2))
    qtbot.mouseMove(timeline, middle(timeline, last))
    qtbot.mouseRelease(timeline, button, pos=middle(timeline, last))


def span(first, last):
    return Span(first * SECOND, (last + 1) * SECOND, last == LAST)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (1010, 1019, (1010, 1019)),
        (1019, 1010, (1010, 1019)),
        (1050, LAST, (1050, LAST)),
    ],
)
def test_dragging_picks_a_span(timeline, qtbot, picked, first, last, found):
    drag(qtbot, timeline, first, last)
    assert picked == [span(*found)]
    assert not timeline.chosen


def test_a_click_only_marks_a_stretch(timeline, qtbot, picked):
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, 1010))
    assert (timeline.chosen, picked) == (range(1010, 1011), [])
    qtbot.mouseClick(timeline, Qt.MouseButton.RightButton, pos=middle(timeline, 1020))
    assert timeline.chosen == range(1010, 1011)


def test_a_double_click_takes_the_span_away_where_there_is_one(timeline, qtbot, cleared):
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, 1010))
    assert cleared == []
    timeline.show_narrowed(True)
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, 1010))
    assert cleared == [1]


def test_the_keyboard_chooses_and_picks(timeline, qtbot, picked):
    qtbot.keyClick(timeline, KEY.Key_Return)
    assert picked == []  # nothing is chosen
    qtbot.keyClick(timeline, KEY.Key_Left)
    assert timeline.chosen == range(LAST, LAST + 1)
    for _ in range(3):
        qtbot.keyClick(timeline, KEY.Key_Left)
    for _ in range(2):
        qtbot.keyClick(timeline, KEY.Key_Left, SHIFT)
    assert timeline.chosen == range(LAST - 5, LAST - 2)
    qtbot.keyClick(timeline, KEY.Key_Right, SHIFT)
    assert timeline.chosen == range(LAST - 4, LAST - 2)
    qtbot.keyClick(timeline, KEY.Key_Return)
    assert picked == [span(LAST - 4, LAST - 3)]


def test_the_keyboard_goes_to_the_ends_and_not_beyond(timeline, qtbot):
    qtbot.keyClick(timeline, KEY.Key_Right)
    qtbot.keyClick(timeline, KEY.Key_Home)
    qtbot.keyClick(timeline, KEY.Key_Left)
    assert timeline.chosen == range(FIRST, FIRST + 1)
    qtbot.keyClick(timeline, KEY.Key_End, SHIFT)
    qtbot.keyClick(timeline, KEY.Key_Right, SHIFT)
    assert timeline.chosen == range(FIRST, LAST + 1)


def test_esc_takes_back_the_choice_then_the_span_and_then_it_is_the_windows(window, timeline, qtbot, cleared):
    timeline.show_narrowed(True)
    qtbot.keyClick(timeline, KEY.Key_Left)
    qtbot.keyClick(timeline, KEY.Key_Escape)
    assert (timeline.chosen, cleared, window.escaped) == (range(0), [], [])
    qtbot.keyClick(timeline, KEY.Key_Escape)
    assert (cleared, window.escaped) == ([1], [])
    timeline.show_narrowed(False)
    qtbot.keyClick(timeline, KEY.Key_Escape)
    assert (cleared, window.escaped) == ([1], [1])


def test_a_choice_stays_where_it_was_while_captures_come(timeline, qtbot):
    for key, modifier in ((KEY.Key_Left, Qt.KeyboardModifier.NoModifier), (KEY.Key_Left, SHIFT)):
        qtbot.keyClick(timeline, key, modifier)
    timeline.show_arrivals(ARRIVALS.plus(Arrivals(4, SECOND, {LAST + 3: Tally(1)})))
    assert timeline.chosen == range(LAST - 1, LAST + 1)
    timeline.show_arrivals(Arrivals(5, 5 * SECOND, {200: Tally(1), 239: Tally(1)}))
    assert timeline.chosen == range(211, 212)
    timeline.show_arrivals(Arrivals(6, 5 * SECOND, {500: Tally(1)}))
    assert not timeline.chosen


def test_says_what_it_shows(timeline, qtbot):
    assert timeline.accessibleName() == "Timeline"
    whole = "Captures: 3 · ✓ valid 1 · ✗ invalid or expired 1 · – not verified 1"
    assert timeline.accessibleDescription().endswith(whole)
    qtbot.keyClick(timeline, KEY.Key_Left)
    assert timeline.accessibleDescription().endswith("Captures: 1 · – not verified 1")
    timeline.show_arrivals(Arrivals())
    assert timeline.accessibleDescription() == "No captures"


def test_the_tooltip_tells_of_the_stretch_under_the_mouse(timeline, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    at = middle(timeline, FIRST)
    QApplication.sendEvent(timeline, QHelpEvent(QEvent.Type.ToolTip, at, timeline.mapToGlobal(at)))
    assert "Captures: 2 · ✓ valid 1 · ✗ invalid or expired 1" in shown[0]


def test_without_captures_there_is_nothing_to_choose(timeline, qtbot, picked):
    timeline.show_arrivals(Arrivals())
    for key in (KEY.Key_Left, KEY.Key_Home, KEY.Key_Return):
        qtbot.keyClick(timeline, key)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(50, 10))
    assert (timeline.chosen, picked) == (range(0), [])
    assert not timeline.grab().isNull()


def test_captures_that_go_while_the_mouse_is_down_end_the_drag(timeline, qtbot, picked):
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, 1010))
    qtbot.mouseMove(timeline, middle(timeline, 1030))
    at = middle(timeline, 1030)
    timeline.show_arrivals(Arrivals())
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=at)
    assert picked == []


def test_is_about_two_lines_high(timeline):
    assert 36 <= timeline.sizeHint().height() <= 60
    assert len(ARRIVALS.stretches) >= LEAST
