import pytest
from PySide6.QtCore import Qt

from webhook_inspector.core.draft import DraftField
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fates import Fate, Line
from webhook_inspector.ui.editor_headers_model import FATE, NAME, VALUE, HeadersModel

FIELDS = (DraftField(b"Host", b"a"), DraftField(b"X-A", b"caf\xe9", sent=False))
LINES = (
    Line(b"Host", b"b:1", Fate.RECOMPUTED, True, Problem.of("line-host"), 0),
    Line(b"X-A", b"1", Fate.UNTICKED, False, Problem.of("line-unticked"), 1),
    Line(b"Content-Length", b"8", Fate.RECOMPUTED, True, Problem.of("line-length")),
)


@pytest.fixture
def model(qtmodeltester):
    made = HeadersModel()
    made.show_fields(FIELDS)
    yield made
    qtmodeltester.check(made)


def text(model, row, column):
    return model.index(row, column).data()


def test_what_is_sent_stands_beside_each_header_and_what_is_added_below(model):
    model.show_lines(LINES)
    assert model.rowCount() == 3
    assert [text(model, 0, column) for column in range(3)] == ["Host", "a", "⟳ will be recomputed: b:1"]
    assert [text(model, 1, column) for column in range(3)] == ["X-A", "café", "– not sent"]
    assert [text(model, 2, column) for column in range(3)] == ["Content-Length", "", "⟳ will be recomputed: 8"]
    assert "It is the host" in model.index(0, FATE).data(Qt.ItemDataRole.ToolTipRole)
    assert not model.flags(model.index(2, VALUE)) & Qt.ItemFlag.ItemIsEditable
    model.show_lines(LINES[:2])
    assert model.rowCount() == 2


def test_a_fault_stands_where_it_is(model):
    model.show_lines(LINES, {1: "no good"})
    assert text(model, 1, FATE) == "✗ no good"


def test_edits_are_told_and_what_was_no_utf8_stays_so(model, qtbot):
    with qtbot.waitSignal(model.edited):
        model.setData(model.index(1, NAME), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    with qtbot.waitSignal(model.edited):
        model.setData(model.index(1, VALUE), "café!")
    with qtbot.waitSignal(model.edited):
        model.setData(model.index(0, NAME), " host ")
    assert model.fields == [DraftField(b"host", b"a"), DraftField(b"X-A", b"caf\xe9!")]
    with qtbot.assertNotEmitted(model.edited):
        model.setData(model.index(1, VALUE), "café!")


def test_rows_are_added_moved_and_removed(model, qtbot):
    model.show_lines(LINES)
    assert model.add(DraftField(b"New", b"")) == 2
    assert model.move(2, -1) == 1
    assert model.move(0, -1) == 0
    assert [one.name for one in model.fields] == [b"Host", b"New", b"X-A"]
    model.remove(0)
    model.remove(99)
    model.remove(-1)
    assert [one.name for one in model.fields] == [b"New", b"X-A"]
    assert text(model, 2, NAME) == "Content-Length"


def test_all_that_is_to_be_said_of_a_row(model):
    model.show_lines(LINES, {1: "no good"})
    assert model.about(0) == "⟳ will be recomputed: b:1 · It is the host of the address."
    assert model.about(1) == "✗ no good"
    assert model.about(-1) == ""
