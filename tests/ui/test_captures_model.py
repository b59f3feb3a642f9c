from array import array

import pytest
from PySide6.QtCore import Qt

from tests.ui.rows import ids, make_cells
from webhook_inspector.ui import captures_model
from webhook_inspector.ui.captures_model import PAGE, CapturesModel

PATH = 2


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
    size = model.index(0, 6).data(Qt.ItemDataRole.TextAlignmentRole)
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
