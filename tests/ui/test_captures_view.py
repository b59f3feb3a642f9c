import time

import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt

from tests.ui.rows import ids, make_cells, place_of
from tests.ui.table import bar, come, fill, shown_view
from webhook_inspector.core.order import Order
from webhook_inspector.ui.captures_model import TIME, CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.columns import COLUMNS
from webhook_inspector.ui.outline import Outline
from webhook_inspector.ui.places import Places
from webhook_inspector.ui.time_format import TIME_FORMATS


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


def test_begins_at_the_newest_and_follows(full, model, qtbot):
    assert full.following
    assert bar(full).value() == bar(full).maximum()
    come(model, 501)
    qtbot.wait(10)
    assert bar(full).value() == bar(full).maximum()
    assert full.indexAt(QPoint(5, full.viewport().height() - 15)).row() >= 508


def test_scrolling_up_ends_following_and_new_rows_are_counted(full, model, qtbot):
    told = []
    full.follow_changed.connect(told.append)
    bar(full).setValue(100)
    assert told == [False]
    come(model, 501, 37)
    assert bar(full).value() == 100
    assert full._new_below.isVisible()
    assert full._new_below.text() == "↓ 37 new below (End)"
    come(model, 538, 1000)
    assert full._new_below.text() == "↓ 1,037 new below (End)"


def test_the_new_below_goes_to_the_end_and_follows_again(full, model, qtbot):
    bar(full).setValue(100)
    come(model, 501)
    qtbot.mouseClick(full._new_below, Qt.MouseButton.LeftButton)
    assert full.following
    assert not full._new_below.isVisible()
    assert bar(full).value() == bar(full).maximum()


def test_scrolling_to_the_bottom_follows_again(full):
    bar(full).setValue(100)
    bar(full).setValue(bar(full).maximum())
    assert full.following


def test_following_can_be_turned_off_at_the_bottom(full, model):
    full.set_following(False)
    at = bar(full).value()
    come(model, 501)
    assert bar(full).value() == at
    assert full._new_below.isVisible()


def test_no_new_below_where_everything_is_in_sight(view, model):
    view.set_following(False)
    model.reset(ids([1]), make_cells([1]))
    come(model, 2, 3)
    assert not view._new_below.isVisible()


def test_the_selection_never_moves_by_itself(full, model, qtbot):
    told = []
    full.shown_changed.connect(told.append)
    full.select_id(490)
    come(model, 501, 200)
    model.prepend(ids([]))
    qtbot.wait(10)
    assert told == [490]
    assert list(full.selected_ids()) == [490]


def test_older_rows_found_later_move_nothing(view, model, qtbot):
    model.reset(ids(range(1001, 1501)), make_cells(range(1001, 1501)))
    view.select_id(1200)
    bar(view).setValue(150)
    model.prepend(ids(range(1, 1001)))
    qtbot.wait(10)
    assert bar(view).value() == 1150
    assert list(view.selected_ids()) == [1200]
    assert not view.following
    assert not view._new_below.isVisible()


def test_older_rows_found_later_while_following(view, model, qtbot):
    model.reset(ids(range(1001, 1501)), make_cells(range(1001, 1501)))
    model.prepend(ids(range(1, 1001)))
    qtbot.wait(10)
    assert view.following
    assert bar(view).value() == bar(view).maximum()


def test_another_list_keeps_the_current_capture_in_sight(full, model, qtbot):
    told = []
    full.shown_changed.connect(told.append)
    full.select_id(100)
    bar(full).setValue(90)
    model.reset(ids(range(2, 501, 2)))
    qtbot.wait(10)
    assert full.shown_id() == 100
    assert told == [100]
    assert full.visualRect(full.currentIndex()).intersects(full.viewport().rect())


def test_another_list_without_the_current_capture_shows_none(full, model):
    told = []
    full.shown_changed.connect(told.append)
    full.select_id(100)
    model.reset(ids(range(1, 501, 2)))
    assert told == [100, None]
    assert not full.selected_count()


def test_another_list_that_is_short_does_not_begin_to_follow(full, model, qtbot):
    bar(full).setValue(100)
    model.reset(ids([101, 102]), make_cells([101, 102]))
    qtbot.wait(10)
    assert not full.following
    model.reset(ids(range(1, 501)))
    qtbot.wait(10)
    assert bar(full).value() == 100


def test_keys(full, qtbot):
    full.select_id(250)
    for key, row in (
        (Qt.Key.Key_J, 250),
        (Qt.Key.Key_K, 249),
        (Qt.Key.Key_Down, 250),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 499),
    ):
        qtbot.keyClick(full, key)
        assert full.currentIndex().row() == row
    assert full.following


def test_shift_and_end_selects_to_the_newest(full, qtbot):
    full.select_id(491)
    qtbot.keyClick(full, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert list(full.selected_ids()) == list(range(491, 501))


def test_letters_search_nothing(full, qtbot, model, monkeypatch):
    monkeypatch.setattr(model, "match", lambda *_: pytest.fail("Qt reads the rows"))
    qtbot.keyClicks(full, "stripe")


def test_selected_ids_come_in_the_order_of_the_table(full, model):
    flags = QItemSelectionModel.SelectionFlag
    for row in (400, 3, 4):
        full.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)
    assert list(full.selected_ids()) == [4, 5, 401]
    assert full.selected_count() == 3


def test_a_million_rows_are_quick(view, model, qtbot):
    model.reset(ids(range(1, 1_000_001)))
    qtbot.wait(50)
    assert _seconds(view.selectAll) < 0.25
    assert _seconds(view.selected_ids) < 0.25
    assert _seconds(lambda: come(model, 1_000_001, 1000)) < 0.5
    assert view.selected_count() == 1_000_000


def test_a_larger_font_makes_higher_rows(full):
    before = full.rowHeight(0)
    font = full.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    full.setFont(font)
    assert full.rowHeight(0) > before + 5


def _seconds(call):
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def test_the_focus_alone_selects_nothing(full, qtbot):
    told = []
    full.shown_changed.connect(told.append)
    full.clearFocus()
    full.setFocus(Qt.FocusReason.TabFocusReason)
    assert not told
    assert full.shown_id() is None


def test_the_first_arrow_key_begins_at_the_newest_or_at_what_is_in_sight(full, qtbot):
    qtbot.keyClick(full, Qt.Key.Key_Up)
    assert full.shown_id() == 500


def test_the_first_arrow_key_after_scrolling_up(full, qtbot):
    bar(full).setValue(100)
    qtbot.keyClick(full, Qt.Key.Key_Down)
    assert full.shown_id() == 101


def test_columns_grow_with_the_font_and_come_back(full):
    header = full.horizontalHeader()
    header.resizeSection(1, 200)
    font = full.font()
    points = font.pointSizeF()
    font.setPointSizeF(points * 2)
    full.setFont(font)
    assert 330 < header.sectionSize(1) < 470
    font.setPointSizeF(points)
    full.setFont(font)
    assert 180 < header.sectionSize(1) < 220


def test_what_a_screen_reader_selects_is_shown_too(full, model):
    told = []
    full.shown_changed.connect(told.append)
    flags = QItemSelectionModel.SelectionFlag
    full.selectionModel().select(model.index(7, 0), flags.Select | flags.Rows)
    full.selectionModel().select(model.index(9, 0), flags.Select | flags.Rows)
    full.selectionModel().select(model.index(5, 0), flags.Select | flags.Rows)
    assert told == [8, 10, 6]  # of several the one that was selected last
    full.clearSelection()
    assert told == [8, 10, 6, None]


def test_of_several_selected_the_current_one_is_shown(full, model, qtbot):
    full.select_id(400)
    qtbot.keyClick(full, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert full.shown_id() == 401
    assert full.selected_count() == 2


def choices(view):
    return {action.text(): action for action in view.horizontalHeader().actions()}


def shown_columns(view):
    header = view.horizontalHeader()
    return [column.key for place, column in enumerate(COLUMNS) if not header.isSectionHidden(place)]


def test_the_header_offers_every_column(view):
    header = view.horizontalHeader()
    assert header.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert list(choices(view)) == [column.title for column in COLUMNS]
    assert {title for title, action in choices(view).items() if not action.isChecked()} == {
        "Type",
        "From",
        "Tags",
        "Note",
    }
    assert {title for title, action in choices(view).items() if not action.isEnabled()} == {"Path"}
    assert shown_columns(view) == ["marks", "time", "method", "path", "event", "signature", "reply", "forward", "size"]


def test_a_column_is_hidden_and_shown(view):
    choices(view)["Size"].trigger()
    choices(view)["From"].trigger()
    assert shown_columns(view) == ["marks", "time", "method", "path", "event", "signature", "from", "reply", "forward"]
    assert view.columnWidth(place_of("from")) > 60
    choices(view)["Size"].trigger()
    assert "size" in shown_columns(view)


def test_the_choice_of_columns_is_restored_with_the_header(view, qtbot):
    choices(view)["Size"].trigger()
    choices(view)["Type"].trigger()
    other = CapturesView(CapturesModel())
    qtbot.addWidget(other)
    other.restore_header(view.horizontalHeader().saveState())
    assert shown_columns(other) == shown_columns(view)
    assert [action.isChecked() for action in other.horizontalHeader().actions()] == [
        action.isChecked() for action in view.horizontalHeader().actions()
    ]


@pytest.mark.parametrize("state", [b"", b"junk", b"\x00\x00\x00\xff" * 20])
def test_a_header_that_makes_no_sense_changes_nothing(view, state):
    before = shown_columns(view)
    view.restore_header(QByteArray(state))
    assert shown_columns(view) == before
    assert not choices(view)["Type"].isChecked()


def in_order(model, numbers, order):
    found = ids(numbers)
    model.show_outline(Outline(found, Places(found)), order, make_cells(found[:200]))


def title(view, key):
    """Where to click on the title of a column."""
    header = view.horizontalHeader()
    return QPoint(header.sectionViewportPosition(place_of(key)) + 20, header.height() // 2)


def test_a_click_on_a_title_asks_for_its_order_and_the_third_for_that_of_arrival(full, model, qtbot):
    asked = []
    model.order_wanted.connect(asked.append)
    header = full.horizontalHeader()
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=title(full, "method"))
    assert asked == [Order("method"), Order("method", descending=True), None]
    assert header.sortIndicatorSection() == -1
    assert full.selected_count() == 0


def test_another_order_begins_at_its_top_and_follows_nothing(full, model):
    told = []
    full.follow_changed.connect(told.append)
    in_order(model, range(500, 0, -1), Order("size"))
    assert (bar(full).value(), full.following, told) == (0, False, [False])
    bar(full).setValue(bar(full).maximum())
    assert not full.following
    model.reset(ids(range(1, 501)))
    assert (full.following, told) == (True, [False, True])
    assert bar(full).value() == bar(full).maximum()


def test_in_the_order_of_arrival_the_table_stands_where_it_stood(full, model):
    full.set_following(False)
    bar(full).setValue(100)
    in_order(model, range(500, 0, -1), Order("size"))
    model.reset(ids(range(1, 501)))
    assert (bar(full).value(), full.following) == (100, False)


def test_the_end_of_another_order_is_reached_by_its_key(full, model, qtbot):
    in_order(model, range(500, 0, -1), Order("size"))
    qtbot.keyClick(full, Qt.Key.Key_End)
    assert full.currentIndex().row() == 499
    assert not full.following


def test_what_is_selected_and_looked_at_stays_when_new_ones_come_between(full, model):
    order = Order("size")
    in_order(model, range(500, 0, -1), order)
    full.select_id(450)
    flags = QItemSelectionModel.SelectionFlag
    for number in (448, 447):
        full.selectionModel().select(model.index(model.row_of(number), 0), flags.Select | flags.Rows)
    bar(full).setValue(200)
    looked_at = model.ids[200]
    in_order(model, [*range(1000, 900, -1), *range(500, 0, -1)], order)
    assert sorted(full.selected_ids()) == [447, 448, 450]
    assert (bar(full).value(), model.ids[bar(full).value()]) == (300, looked_at)
    in_order(model, [number for number in range(500, 0, -1) if number != looked_at], order)
    assert full.shown_id() == 447
    assert sorted(full.selected_ids()) == [447, 448, 450]


def test_to_follow_is_to_go_back_to_the_order_of_arrival(full, model):
    full.horizontalHeader().setSortIndicator(place_of("size"), Qt.SortOrder.AscendingOrder)
    in_order(model, range(500, 0, -1), Order("size"))
    asked = []
    model.order_wanted.connect(asked.append)
    full.set_following(True)
    assert asked == [None]
    assert full.horizontalHeader().sortIndicatorSection() == -1
    model.reset(ids(range(1, 501)))
    assert full.following


def test_the_order_is_not_remembered(full, model, qtbot):
    full.horizontalHeader().setSortIndicator(place_of("size"), Qt.SortOrder.DescendingOrder)
    state = full.horizontalHeader().saveState()
    other = shown_view(qtbot, CapturesModel())
    other.restore_header(state)
    assert other.horizontalHeader().sortIndicatorSection() == -1
    assert other.horizontalHeader().isSortIndicatorClearable()


def test_times_that_grow_old_are_painted_each_second_and_nothing_else(full, model, qtbot, monkeypatch):
    painted = []
    usual = CapturesModel.text_of
    monkeypatch.setattr(CapturesModel, "text_of", lambda *given: painted.append(given[3]) or usual(*given))
    full._clock.setInterval(20)
    full.show_time(next(place for place, one in enumerate(TIME_FORMATS) if one.ticks))
    qtbot.waitUntil(lambda: TIME in painted)
    qtbot.wait(60)
    painted.clear()
    qtbot.waitUntil(lambda: TIME in painted)
    assert set(painted) == {TIME}
    full.show_time(0)
    qtbot.wait(30)
    painted.clear()
    qtbot.wait(60)
    assert painted == []
