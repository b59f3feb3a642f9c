import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.compared import compared
from webhook_inspector.ui.compare_rows import lay_out
from webhook_inspector.ui.compare_window import CompareWindow


@pytest.fixture
def window(qtbot):
    window = CompareWindow()
    qtbot.addWidget(window)
    window.begin(("1 · a", "2 · b"))
    return window


def show(window, comparison):
    window.show_comparison(comparison, lay_out(comparison, side_by_side=True, folded=False), side_by_side=True)


def test_is_open_beside_the_other_window_while_it_compares(window):
    assert window.isVisible()
    assert not window.isModal()
    assert window.words == "Comparing…"
    assert window.windowTitle() == "Compare 1 · a with 2 · b"


def test_says_how_much_differs_and_what_is_wrong(window):
    show(window, compared())
    assert window.words.startswith("Different: 1 header, 4 values.")
    assert window.remarks == ""
    show(window, compared(b"a\r\nb", b"a\nb"))
    assert window.remarks.startswith("The lines are the same, but not the bytes")


def test_keys_go_from_difference_to_difference(window):
    show(window, compared())
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert window.table.place() == (2, 3)
    QTest.keyClick(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert window.table.place() == (1, 3)
    assert "1 of 3" in [label.text() for label in window.findChildren(QLabel)]


def test_copies_as_text(window):
    show(window, compared())
    window.bar.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "1 · a → 2 · b"
    assert "− X: 1" in lines
    assert "+ X: 2" in lines


def test_ignoring_asks_to_compare_again(window, qtbot):
    show(window, compared())
    with qtbot.waitSignal(window.wanted_changed):
        window.table.ignore_wanted.emit("header:x")
    assert window.bar.patterns.text() == "header:x"
