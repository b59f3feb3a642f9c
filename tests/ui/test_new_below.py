import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from webhook_inspector.ui.new_below import NewBelow


@pytest.fixture
def view(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_counts_until_it_is_cleared(view):
    button = NewBelow(view)
    assert not button.isVisible()
    button.add(7)
    button.add(30)
    assert button.isVisible()
    assert button.text() == "↓ 37 new below (End)"
    button.clear()
    assert not button.isVisible()
    button.add(1)
    assert button.text() == "↓ 1 new below (End)"


def test_lies_over_the_end_of_the_table_whatever_it_says(view):
    button = NewBelow(view)
    for count in (1, 1_000_000):
        button.add(count)
        area = view.viewport().geometry()
        assert area.contains(button.geometry())
        assert abs(button.geometry().center().x() - area.center().x()) <= 1
        assert area.bottom() - button.geometry().bottom() < 20


def test_never_takes_the_keyboard_from_the_table(view):
    assert NewBelow(view).focusPolicy() is Qt.FocusPolicy.NoFocus
