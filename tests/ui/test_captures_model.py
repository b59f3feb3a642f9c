from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.rows import ids, make_cells, make_row, place_of, tries_cells
from webhook_inspector.core.order import Order
from webhook_inspector.ui import captures_model
from webhook_inspector.ui.captures_model import PAGE, TIME, CapturesModel
from webhook_inspector.ui.columns import cells_of
from webhook_inspector.ui.outline import Outline
from webhook_inspector.ui.places import Places
from webhook_inspector.ui.time_format import TIME_FORMATS

PATH = place_of("path")


@pytest.fixture
def model(qtbot):
    return CapturesModel()


def path_at(model, row):
    return model.index(row, PATH).data()


def answer(model):
    model.fill(make_cells(model.take_wanted()))


def test_stands_qt_s_own_test_while_rows_come_and_go(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    model.reset(ids(range(1000, 2000)), make_cells(range(1800, 2000)))
    model.append(ids(range(2000, 2300)), make_cells(range(2100, 2300)))
    model.prepend(ids(range(1, 1000)))
    answer(model)
    model.append(ids([2500]))
    model.forget()
    assert model.rowCount() == 0


def test_every_role_of_a_row(model):
    model.reset(ids([7]), make_cells([7]))
    index = model.index(0, PATH)
    assert index.data() == "/hook/7"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<span>/hook/7</span>"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(PATH, Qt.Orientation.Horizontal) == "Path"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    size = model.index(0, place_of("size")).data(Qt.ItemDataRole.TextAlignmentRole)
    assert size & Qt.AlignmentFlag.AlignRight


def test_a_row_that_is_not_there_is_asked_for_and_then_shown(model, qtbot):
    model.reset(ids(range(1, 1001)))
    with qtbot.waitSignal(model.wanted):
        assert path_at(model, 450) == ""
    wanted = model.take_wanted()
    assert list(wanted) == list(range(2 * PAGE + 1, 3 * PAGE + 1))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.fill(make_cells(wanted))
    assert (changed.args[0].row(), changed.args[1].row()) == (2 * PAGE, 3 * PAGE - 1)
    assert path_at(model, 450) == "/hook/451"


def test_one_question_for_a_whole_repaint(model, qtbot):
    asked = []
    model.wanted.connect(lambda: asked.append(1))
    model.reset(ids(range(1, 1001)))
    for row in range(100, 140):
        path_at(model, row)
    qtbot.wait(20)
    assert asked == [1]


def test_a_fast_scroll_asks_only_for_where_it_ended(model):
    model.reset(ids(range(1, 100_001)))
    for row in range(0, 100_000, PAGE):
        path_at(model, row)
    wanted = model.take_wanted()
    assert len(wanted) == captures_model.ASKED * PAGE
    assert wanted[-1] == 100_000
    assert not model.take_wanted()


def test_rows_that_are_gone_stay_empty_and_are_no_fault(model):
    model.reset(ids([1, 2, 3]))
    path_at(model, 0)
    model.take_wanted()
    model.fill(make_cells([2]))
    assert [path_at(model, row) for row in range(3)] == ["", "/hook/2", ""]


def test_an_answer_that_comes_after_another_list_changes_nothing_of_it(model, qtbot):
    model.reset(ids([1, 2, 3]))
    path_at(model, 0)
    late = model.take_wanted()
    model.reset(ids([10, 11]), make_cells([10, 11]))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.fill(make_cells(late))
    assert path_at(model, 0) == "/hook/10"


def test_followed_rows_are_there_at_once(model, qtbot):
    model.reset(ids([1]), make_cells([1]))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.append(ids([2, 3]), make_cells([2, 3]))
    assert inserted.args[1:] == [1, 2]
    assert path_at(model, 2) == "/hook/3"


def test_appending_nothing_says_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.rowsInserted):
        model.append(array("q"))
        model.prepend(array("q"))


def test_what_is_kept_is_bounded_and_the_last_used_stays(model, monkeypatch):
    monkeypatch.setattr(captures_model, "KEPT", 100)
    model.reset(ids(range(1, 301)), make_cells(range(1, 101)))
    path_at(model, 0)
    model.fill(make_cells(range(101, 151)))
    assert len(model._cells) == 100
    assert path_at(model, 0) == "/hook/1"
    assert path_at(model, 1) == ""


def test_row_of(model):
    model.reset(ids([3, 5, 9]))
    assert [model.row_of(number) for number in (1, 3, 4, 9, 10)] == [None, 0, None, 2, None]


class Mirror:
    """The ids as a view knows them, by the model's signals alone."""

    def __init__(self, model):
        self.model = model
        self.ids = []
        self.about = None
        model.rowsAboutToBeInserted.connect(self._announce)
        model.rowsAboutToBeRemoved.connect(self._announce)
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)
        model.modelReset.connect(self._reset)

    def _announce(self, _parent, first, last):
        self.about = (first, last)
        assert list(self.model.ids) == self.ids  # nothing has changed yet

    def _insert(self, _parent, first, last):
        assert self.about == (first, last)
        self.ids[first:first] = list(self.model.ids)[first : last + 1]

    def _remove(self, _parent, first, last):
        assert self.about == (first, last)
        del self.ids[first : last + 1]

    def _reset(self):
        self.ids = list(self.model.ids)


def test_stands_qt_s_own_test_while_tries_are_unfolded_and_folded(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    mirror = Mirror(model)
    model.reset(ids([10, 20, 30]), make_cells([10, 20, 30]))
    steps = [
        lambda: model.unfold(30, ids([31, 32]), make_cells([31])),
        lambda: model.unfold(10, ids([15, 25])),
        lambda: model.append(ids([40, 41]), make_cells([41])),
        lambda: model.unfold(30, ids([31, 32, 50])),
        lambda: model.prepend(ids([1, 2])),
        lambda: answer(model),
        lambda: model.unfold(41, ids([42])),
        lambda: model.fold(10),
        lambda: model.leave(41),
        lambda: model.leave(2),
        lambda: model.fold(30),
    ]
    for step in steps:
        step()
        assert mirror.ids == list(model.ids)
        assert [model.row_of(number) for number in model.ids] == list(range(model.rowCount()))
    assert list(model.ids) == [1, 10, 20, 30, 40]


@given(st.data())
def test_signals_tell_exactly_what_changes(qapp, data):
    model = CapturesModel()
    mirror = Mirror(model)
    heads = list(range(100, 160, 10))
    model.reset(ids(heads))
    tries = {head: [] for head in heads}
    newest = 1000
    for _ in range(data.draw(st.integers(1, 12))):
        kind, head = (
            data.draw(st.sampled_from(("unfold", "fold", "append", "prepend"))),
            data.draw(st.sampled_from(heads)),
        )
        if kind == "unfold":
            tries[head].extend(range(newest, newest + data.draw(st.integers(0, 3))))
            model.unfold(head, ids(tries[head]))
        elif kind == "fold":
            model.fold(head)
        elif kind == "append":
            model.append(ids([newest]))
        else:
            model.prepend(ids([int(model.ids[0]) - 1]))
        newest += 10
        assert mirror.ids == list(model.ids)
        assert len(mirror.ids) == model.rowCount() == len(set(mirror.ids))


def test_further_tries_stand_under_their_first_and_go_again(model, qtbot):
    model.reset(ids([1, 4, 9]), tries_cells(4, [5, 7]))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.unfold(4, ids([5, 7]))
    assert inserted.args[1:] == [2, 3]
    assert list(model.ids) == [1, 4, 5, 7, 9]
    assert (model.unfolded(4), model.unfolded(1)) == (2, None)
    assert model.heads() == ids([1, 4, 9])
    assert (model.is_head(4), model.is_head(5), model.is_head(6)) == (True, False, False)
    assert [model.index(row, place_of("event")).data() for row in (1, 2)] == ["3 ×", "↳ "]
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        model.fold(4)
    assert removed.args[1:] == [2, 3]
    assert (list(model.ids), model.unfolded(4)) == ([1, 4, 9], None)


def test_newer_tries_come_after_those_that_are_unfolded(model, qtbot):
    model.reset(ids([4, 9]))
    model.unfold(4, ids([5]))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.unfold(4, ids([5, 10, 11]))
    assert inserted.args[1:] == [2, 3]
    assert list(model.ids) == [4, 5, 10, 11, 9]


def test_a_capture_leaves_the_list_with_what_stands_under_it(model):
    model.reset(ids([4, 6, 9]))
    model.unfold(6, ids([7, 8]))
    model.leave(7)  # stands under another one
    model.leave(5)  # is not there
    assert list(model.ids) == [4, 6, 7, 8, 9]
    model.leave(6)
    assert (list(model.ids), model.row_of(6), model.row_of(9)) == ([4, 9], None, 1)


def test_nothing_to_unfold_and_nothing_to_fold_say_nothing(model, qtbot):
    model.reset(ids([4, 9]))
    model.unfold(9, ids([10]))
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        model.unfold(4, ids([]))
        model.unfold(7, ids([8]))  # not in the list
        model.unfold(9, ids([10]))
        model.fold(4)
        model.fold(7)
    assert list(model.ids) == [4, 9, 10]


def test_another_list_has_nothing_unfolded(model):
    model.reset(ids([4, 9]))
    model.unfold(4, ids([5]))
    model.reset(ids([4, 9]))
    assert (list(model.ids), model.unfolded(4)) == ([4, 9], None)


def test_a_row_that_is_not_there_is_asked_for_where_tries_are_unfolded(model, qtbot):
    model.reset(ids([1, 5000]))
    model.unfold(1, ids(range(2, 1000)))
    with qtbot.waitSignal(model.wanted):
        path_at(model, 450)
    wanted = model.take_wanted()
    assert list(wanted) == list(range(2 * PAGE + 1, 3 * PAGE + 1))
    model.fill(make_cells(wanted))
    assert path_at(model, 450) == "/hook/451"


def test_kept_are_those_that_are_ready_to_paint(model):
    model.reset(ids(range(1, 10)), make_cells([2, 4]))
    assert list(model.kept([1, 2, 3, 4, 77])) == [2, 4]


def removals(model: CapturesModel) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: told.append((first, last)))
    return told


def test_what_is_gone_leaves_in_runs_of_rows():
    model = CapturesModel()
    model.reset(ids(range(1, 11)), make_cells(range(1, 11)))
    told = removals(model)
    assert model.drop(ids([2, 3, 4, 8, 99])) == 4
    assert list(model.ids) == [1, 5, 6, 7, 9, 10]
    assert told == [(7, 7), (1, 3)]
    assert list(model.kept([2, 5])) == [5]
    assert model.drop([2]) == 0


def test_further_tries_are_folded_away_when_one_of_them_is_gone():
    model = CapturesModel()
    model.reset(ids([1, 5, 9]))
    model.unfold(1, ids([2, 3]))
    model.unfold(5, ids([6]))
    assert model.drop([3]) == 0
    assert list(model.ids) == [1, 5, 6, 9]
    assert model.drop([5]) == 1
    assert list(model.ids) == [1, 9]


def test_of_very_many_the_list_is_made_anew():
    model = CapturesModel()
    model.reset(ids(range(1, 20_001)))
    told = removals(model)
    assert model.drop(range(2, 20_001, 2)) == 10_000
    assert told == []
    assert list(model.ids[:3]) == [1, 3, 5]


def in_order(model, numbers, order):
    found = ids(numbers)
    model.show_outline(Outline(found, Places(found)), order, make_cells(numbers[:PAGE]))


def test_a_column_asks_for_its_order(model):
    asked = []
    model.order_wanted.connect(asked.append)
    model.sort(place_of("path"), Qt.SortOrder.DescendingOrder)
    model.sort(place_of("size"))
    model.sort(-1)
    assert asked == [Order("target", descending=True), Order("size"), None]


def test_rows_go_from_a_list_in_any_order(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    in_order(model, [5, 3, 9, 1, 7], Order("size"))
    assert model.drop([9, 1]) == 2
    assert [model.ids[row] for row in range(3)] == [5, 3, 7]
    assert [model.row_of(number) for number in (5, 3, 7, 9)] == [0, 1, 2, None]


def test_very_many_go_from_a_list_in_any_order(model, monkeypatch):
    monkeypatch.setattr(captures_model, "MANY", 2)
    in_order(model, [5, 3, 9, 1, 7], Order("size"))
    assert model.drop([9, 1, 5]) == 3
    assert (list(model.ids), model.order, model.row_of(7)) == ([3, 7], Order("size"), 1)


@pytest.mark.parametrize(("key", "expected"), [("utc", "16:00:00.125Z"), ("since", "+0.001 s")])
def test_times_are_told_in_several_ways(model, qtbot, key, expected):
    (chosen,) = [one for one in TIME_FORMATS if one.key == key]
    model.reset(ids([1, 2]), make_cells([1, 2]))
    usual = model.index(1, TIME).data()
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_time(chosen)
    assert [index.column() for index in changed.args[:2]] == [TIME, TIME]
    assert model.index(1, TIME).data() == expected
    assert model.index(1, TIME).data(Qt.ItemDataRole.ToolTipRole).startswith("<span>2025-11-2")
    model.show_time(TIME_FORMATS[0])
    assert model.index(1, TIME).data() == usual


def test_the_time_since_a_row_that_is_not_there_yet(model):
    model.show_time(next(one for one in TIME_FORMATS if one.compares))
    model.reset(ids([1, 2]), make_cells([2]))
    assert model.index(0, TIME).data() == ""
    assert model.index(1, TIME).data() == "–"
    assert list(model.take_wanted()) == [1, 2]


def test_what_grew_old_is_painted_as_it_is_until_it_was_read_again(model, qtbot):
    model.reset(ids([1, 2]), make_cells([1, 2]))
    with qtbot.waitSignal(model.dataChanged):
        model.age()
    with qtbot.waitSignal(model.wanted):
        assert path_at(model, 0) == "/hook/1"
    assert list(model.take_wanted()) == [1, 2]
    assert path_at(model, 1) == "/hook/2"
    assert not model.take_wanted()  # it is asked for once, whether it is there or not
    other = cells_of(make_row(2, target="/other"))
    assert model.fill([*make_cells([1]), other]) == [2]
    assert path_at(model, 1) == "/other"


def test_an_answer_to_an_older_question_does_not_make_a_row_new(model):
    model.reset(ids([1]), make_cells([1]))
    path_at(model, 0)
    model.age()
    model.fill(make_cells([1]))
    path_at(model, 0)
    assert list(model.take_wanted()) == [1]
