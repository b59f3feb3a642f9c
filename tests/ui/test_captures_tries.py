"""Further tries of a delivery, unfolded and folded in the table."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.rows import ids, tries_cells
from tests.ui.table import bar, come, fill, shown_view
from webhook_inspector.ui.captures_model import CapturesModel


@pytest.fixture
def model(qtbot):
    return CapturesModel()


@pytest.fixture
def view(qtbot, model):
    return shown_view(qtbot, model)


@pytest.fixture
def full(view, qtbot):
    fill(view, qtbot)
    return view


class Toggles:
    """Does at once what the feed does when it has read the tries: those of 480 and of 20 are known."""

    def __init__(self, view, model):
        self.model = model
        self.asked = []
        self.tries = {480: range(601, 604), 20: range(611, 615), 499: range(621, 671)}
        for first, further in self.tries.items():
            model.fill(tries_cells(first, further))
        view.tries_toggled.connect(self.toggle)

    def toggle(self, first):
        self.asked.append(first)
        if self.model.unfolded(first) is None:
            self.model.unfold(first, ids(self.tries[first]), tries_cells(first, self.tries[first]))
        else:
            self.model.fold(first)


@pytest.fixture
def toggles(full, model):
    return Toggles(full, model)


def top(view):
    return view.model().ids[view.indexAt(QPoint(5, 5)).row()]


def test_right_unfolds_and_left_folds(full, model, toggles, qtbot):
    full.select_id(480)
    qtbot.keyClick(full, Qt.Key.Key_Left)
    assert toggles.asked == []  # there is nothing to fold
    qtbot.keyClick(full, Qt.Key.Key_Right)
    qtbot.keyClick(full, Qt.Key.Key_Right)
    assert toggles.asked == [480]
    assert model.unfolded(480) == 3
    qtbot.keyClick(full, Qt.Key.Key_Left)
    assert toggles.asked == [480, 480]
    assert model.unfolded(480) is None
    assert full.shown_id() == 480


def test_left_on_a_further_try_folds_all_and_goes_to_the_first(full, model, toggles, qtbot):
    full.select_id(480)
    qtbot.keyClick(full, Qt.Key.Key_Right)
    qtbot.keyClick(full, Qt.Key.Key_Down)
    qtbot.keyClick(full, Qt.Key.Key_Down)
    assert full.shown_id() == 602
    told = []
    full.shown_changed.connect(told.append)
    qtbot.keyClick(full, Qt.Key.Key_Left)
    assert model.unfolded(480) is None
    assert told == [480]
    assert list(full.selected_ids()) == [480]


def test_the_action_folds_from_a_further_try_too(full, model, toggles):
    full.select_id(480)
    full.toggle_tries()
    full.select_id(603)
    told = []
    full.shown_changed.connect(told.append)
    full.toggle_tries()
    assert model.unfolded(480) is None
    assert told == [480]
    assert list(full.selected_ids()) == [480]


def test_keys_that_turn_nothing_move_as_ever(full, toggles, qtbot):
    full.select_id(250)
    qtbot.keyClick(full, Qt.Key.Key_Right)
    qtbot.keyClick(full, Qt.Key.Key_Left)
    full.toggle_tries()
    assert toggles.asked == []
    assert full.shown_id() == 250
    full.clearSelection()
    full.toggle_tries()
    assert toggles.asked == []


def test_a_further_try_whose_first_is_not_in_the_list_turns_nothing(view, model, qtbot):
    asked = []
    view.tries_toggled.connect(asked.append)
    model.reset(ids([601, 602]), tries_cells(480, [601, 602])[1:])
    view.select_id(601)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert asked == []
    assert view.shown_id() == 601


def test_a_double_click_unfolds_and_folds(full, model, toggles, qtbot):
    spot = full.visualRect(model.index(model.row_of(495), 1)).center()
    qtbot.mouseDClick(full.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert toggles.asked == []
    full.select_id(480)
    full.scrollTo(full.currentIndex())
    for unfolded in (3, None):
        spot = full.visualRect(model.index(model.row_of(480), 1)).center()
        qtbot.mouseDClick(full.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert model.unfolded(480) == unfolded
    assert full.shown_id() == 480


def test_a_double_click_beside_the_rows_turns_nothing(view, model, qtbot):
    toggled = []
    view.tries_toggled.connect(toggled.append)
    model.reset(ids([480]), tries_cells(480, [601]))
    view.select_id(480)
    below = QPoint(20, view.viewport().height() - 5)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=below)
    assert toggled == []


def test_unfolding_and_folding_move_neither_selection_nor_position(full, model, toggles, qtbot):
    told = []
    full.select_id(490)
    full.shown_changed.connect(told.append)
    bar(full).setValue(475)
    assert not full.following
    before = top(full)
    for first in (480, 20, 480, 20):  # in sight, and far above it
        toggles.toggle(first)
        qtbot.wait(10)
        assert top(full) == before
        assert (full.shown_id(), list(full.selected_ids())) == (490, [490])
        assert not full.following
        assert not full._new_below.isVisible()
    assert told == []


def test_what_is_on_top_and_folded_away_gives_place_to_its_first(full, model, toggles, qtbot):
    bar(full).setValue(15)
    toggles.toggle(20)
    bar(full).setValue(21)
    assert top(full) == 612
    toggles.toggle(20)
    qtbot.wait(10)
    assert top(full) == 20


def test_what_leaves_the_list_moves_nothing_else(full, model, toggles, qtbot):
    told = []
    full.select_id(300)
    full.shown_changed.connect(told.append)
    bar(full).setValue(400)
    before = top(full)
    for number in (20, 301, 499):
        model.leave(number)
        qtbot.wait(10)
        assert (top(full), full.shown_id(), list(full.selected_ids())) == (before, 300, [300])
    assert told == []
    model.leave(300)
    qtbot.wait(10)
    assert top(full) == before
    assert told == [None]  # no other one takes its place by itself


def test_further_tries_that_come_far_above_move_nothing(full, model, toggles, qtbot):
    toggles.toggle(20)
    bar(full).setValue(400)
    before = top(full)
    model.unfold(20, ids([*range(611, 615), 700, 701]))
    qtbot.wait(10)
    assert top(full) == before
    assert not full._new_below.isVisible()
    bar(full).setValue(bar(full).maximum())
    model.unfold(20, ids([*range(611, 615), 700, 701, 702]))
    qtbot.wait(10)
    assert full.following
    assert bar(full).value() == bar(full).maximum()


def test_whoever_follows_keeps_the_end_in_sight_where_there_is_room(full, model, toggles, qtbot):
    full.select_id(499)
    model.unfold(499, ids([621, 622]), tries_cells(499, [621, 622]))
    qtbot.wait(10)
    assert full.following
    assert bar(full).value() == bar(full).maximum()
    assert full.visualRect(model.index(model.row_of(499), 1)).top() >= 0
    assert not full._new_below.isVisible()


def test_many_tries_do_not_push_their_first_out_of_sight(full, model, toggles, qtbot):
    full.select_id(499)
    before = bar(full).value()
    full.toggle_tries()
    qtbot.wait(10)
    assert bar(full).value() == before
    assert full.visualRect(full.currentIndex()).intersects(full.viewport().rect())
    assert not full.following
    assert not full._new_below.isVisible()
    come(model, 1000, 2)
    assert full._new_below.text() == "↓ 2 new below (End)"
