import pytest
from PySide6.QtGui import QColor

from tests.ui.compared import compared
from webhook_inspector.compare.change import Kind, Row
from webhook_inspector.ui.compare_delegate import GONE, NEW
from webhook_inspector.ui.compare_model import GLYPH, LEFT, RIGHT
from webhook_inspector.ui.compare_rows import lay_out
from webhook_inspector.ui.compare_table import CompareTable
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of


@pytest.fixture
def table(qtbot):
    table = CompareTable()
    qtbot.addWidget(table)
    table.resize(900, 700)
    return table


def show(table, *, side_by_side=True):
    table.show_layout(
        lay_out(compared(), side_by_side=side_by_side, folded=False), ("1", "2"), side_by_side=side_by_side
    )
    table.show()


@pytest.mark.parametrize(
    ("row", "sides"),
    [
        (Row(Kind.SAME, "a", "a"), [None, None, None]),
        (Row(Kind.IGNORED, "a", "b"), [None, None, None]),
        (Row(Kind.CHANGED, "a", "b"), [NEW, GONE, NEW]),
        (Row(Kind.CHANGED, "a", None), [NEW, GONE, None]),
        (Row(Kind.ADDED, None, "b"), [NEW, None, NEW]),
        (Row(Kind.REMOVED, "a", None), [GONE, GONE, None]),
    ],
)
def test_which_cells_are_marked(table, row, sides):
    show(table)
    assert [table.delegate.side_of(row, column) for column in (GLYPH, LEFT, RIGHT)] == sides


def test_inline_marks_the_one_column(table):
    show(table, side_by_side=False)
    assert table.delegate.side_of(Row(Kind.ADDED, None, "b"), LEFT) == NEW
    assert table.delegate.side_of(Row(Kind.REMOVED, "a", None), LEFT) == GONE


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("side_by_side", [True, False])
def test_what_differs_has_its_wash_and_the_words_a_stronger_one(table, theme, side_by_side):
    table.setPalette(palette_of(theme))
    show(table, side_by_side=side_by_side)
    image = table.view.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {QColor(theme.fail_wash).name(), QColor(theme.note_wash).name(), theme.base} <= seen
    mixed = [
        "#" + "".join(f"{round(one + (other - one) * 0.28):02x}" for one, other in zip(*pair, strict=True))
        for pair in (
            (QColor(theme.fail_wash).getRgb()[:3], QColor(theme.fail).getRgb()[:3]),
            (QColor(theme.note_wash).getRgb()[:3], QColor(theme.ok).getRgb()[:3]),
        )
    ]
    assert set(mixed) <= seen


def test_texts_move_with_the_offset(table):
    show(table)
    before = table.view.viewport().grab().toImage()
    table.delegate.offset = 40
    assert table.view.viewport().grab().toImage() != before
