import pytest
from PySide6.QtGui import QColor, QImage

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.ui.sidebar import Sidebar
from webhook_inspector.ui.sidebar_delegate import tone_of
from webhook_inspector.ui.sidebar_line import Kind, Line
from webhook_inspector.ui.theme import DARK, GRID, LIGHT, palette_of


@pytest.fixture
def sidebar(qtbot, qapp):
    qapp.setPalette(palette_of(LIGHT))
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(220, 300)
    sidebar.show()
    return sidebar


def colours(sidebar, row):
    """All that a row is painted in."""
    sidebar.viewport().update()
    image = sidebar.viewport().grab(sidebar.visualRect(sidebar.model().index(row, 0))).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_every_tone_is_there():
    for theme in (LIGHT, DARK):
        for tone in ("ok", "fail", "warn", "none", "muted", *COLOURS):
            assert QColor(tone_of(theme, tone)).isValid()


def test_the_glyph_has_its_tone_and_the_filter_its_ground(sidebar):
    sidebar.show_lines([Line(Kind.FILTER, "a", "a", "█", "fail", 1), Line(Kind.FILTER, "b", "b", "█", "ok")])
    assert LIGHT.fail in colours(sidebar, 0)
    assert LIGHT.highlight not in colours(sidebar, 0)
    sidebar.mark("a")
    assert LIGHT.highlight in colours(sidebar, 0)
    assert LIGHT.ok in colours(sidebar, 1)
    assert LIGHT.highlight not in colours(sidebar, 1)


def test_titles_have_room_above_but_not_at_the_top(sidebar):
    sidebar.show_lines([Line(Kind.TITLE, "a"), Line(Kind.FILTER, "b"), Line(Kind.TITLE, "c"), Line(Kind.REMARK, "d")])
    heights = [sidebar.sizeHintForRow(row) for row in range(4)]
    assert heights[0] == heights[1] == heights[3]
    assert heights[2] == heights[0] + GRID
    assert LIGHT.text not in colours(sidebar, 2)


def test_a_long_text_leaves_room_for_the_count(sidebar):
    sidebar.show_lines([Line(Kind.FILTER, "█" * 99, "a", count=1), Line(Kind.FILTER, "a", "a", count=1)])
    ends = []
    for row in (0, 1):
        rect = sidebar.visualRect(sidebar.model().index(row, 0))
        rect.setLeft(rect.right() - GRID - sidebar.fontMetrics().horizontalAdvance("1") - 2)
        ends.append(sidebar.viewport().grab(rect).toImage())
    assert ends[0] == ends[1]
