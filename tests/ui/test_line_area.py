import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.ui import line_area
from webhook_inspector.ui.line_area import KEPT, LAID_OUT, SPOKEN, LineArea
from webhook_inspector.ui.matches import find, gathered
from webhook_inspector.ui.theme import DARK, GRID, LIGHT, apply, code_font

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def area(qtbot: QtBot, qapp: QApplication) -> LineArea:
    apply(qapp, "light")
    made = LineArea()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.set_code_font(code_font(12))
    with qtbot.waitExposed(made):
        made.show()
    return made


def colours(area: LineArea) -> set[str]:
    image = area.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_million_lines_are_there_at_once(area: LineArea):
    began = time.perf_counter()
    area.show_lines(["line"] * 1_000_000)
    area.viewport().repaint()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    area.viewport().repaint()
    assert time.perf_counter() - began < 0.5  # takes some 20 ms; the machine may be busy
    assert area.line_at(QPoint(10, area.viewport().height() - GRID)) == 999_999
    assert len(area._layouts) <= KEPT


def test_lines_are_coloured_by_spans_and_else_by_their_language(area: LineArea):
    area.show_lines(["XXXX"], [[(0, 4, "keyword")]])
    assert LIGHT.tokens["keyword"] in colours(area)
    area.show_lines(['  "XXXX": 1'], language="json")
    assert LIGHT.tokens["key"] in colours(area)
    area.show_lines(["XXXX"])
    assert LIGHT.tokens["string"] not in colours(area)
    area.colour([[(0, 4, "string")]])
    assert LIGHT.tokens["string"] in colours(area)


def test_pieces_of_a_long_line_are_not_coloured(area: LineArea):
    area.show_lines(["1" * WIDTH, '1","XXXX":1', '"XXXX":1'], language="json")
    assert [bool(area._colours_of(line, area.lines[line])) for line in range(3)] == [False, False, True]


def test_a_change_of_the_theme_colours_anew(area: LineArea, qapp: QApplication, qtbot: QtBot):
    area.show_lines(["XXXX"], [[(0, 4, "key")]])
    apply(qapp, "dark")
    qtbot.wait(1)
    seen = colours(area)
    apply(qapp, "light")
    assert {DARK.base, DARK.tokens["key"]} <= seen


def test_a_hex_view_makes_only_the_lines_in_sight(area: LineArea):
    area.show_lines(HexLines(bytes(range(256)) * 100_000), numbered=False)
    assert colours(area)
    assert len(area._layouts) < 100
    found = gathered(area.places("feff"))
    assert found.places[0] == (15, 53, 58)


def test_marks_and_selects_the_places_of_a_search(area: LineArea):
    area.show_lines(["x"] * 1000 + ["a needle"])
    area.mark(find(area.lines, "needle"), 0)
    assert LIGHT.match_current in colours(area)
    assert area.place() == (1000, 2)
    assert area.verticalScrollBar().value() > 0
    area.select_current()
    assert area.selected_text() == "needle"


def test_the_keyboard_moves_selects_and_copies(area: LineArea, qtbot: QtBot, qapp: QApplication):
    area.show_lines(["one two", "three"])
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Right)
    for _ in range(3):
        qtbot.keyClick(area, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "ne "
    qtbot.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert area.selected_text() == "one two\nthree"
    assert LIGHT.highlight in colours(area)


def test_the_mouse_selects(area: LineArea, qtbot: QtBot):
    area.show_lines(["\U0001f600 one two", "three"])
    advance = area.fontMetrics().horizontalAdvance("m")
    left = area._margin() + GRID
    middle = GRID + area.fontMetrics().height() // 2
    start = QPoint(left + round(area._layout_of(0).lineAt(0).cursorToX(3)[0]) + 1, middle)
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert area._caret.at == (0, 2)
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, SHIFT, start + QPoint(3 * advance, 0))
    assert area.selected_text() == "one"
    qtbot.mouseDClick(area.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, area.fontMetrics().height()))
    assert area.selected_text() == "three"


def test_long_lines_are_scrolled_across(area: LineArea, qtbot: QtBot):
    area.show_lines(["x" * 2000])
    area.viewport().repaint()
    assert area.horizontalScrollBar().maximum() > 1000
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_End)
    assert area.horizontalScrollBar().value() > 1000


def described(area: LineArea) -> str:
    """What a screen reader gets."""
    return QAccessible.queryAccessibleInterface(area).text(QAccessible.Text.Description)


def test_screen_readers_get_the_lines_in_sight(area: LineArea):
    area.show_lines([f"line {number}" for number in range(1000)])
    assert described(area).startswith("line 0\nline 1\n")
    assert 3 < described(area).count("\n") < 60
    area.verticalScrollBar().setValue(500)
    assert described(area).startswith("line 500\n")
    area.resize(600, 100)
    assert described(area).count("\n") < 10
    area.show_lines(["x" * 2000])
    assert described(area) == "x" * SPOKEN
    area.show_lines([])
    assert described(area) == ""


def test_screen_readers_get_the_line_that_the_cursor_moves_to(area: LineArea, qtbot: QtBot, monkeypatch):
    said = []
    monkeypatch.setattr(line_area.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(line_area.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    area.show_lines(["one", "two"])
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Down)
    assert said == ["two"]


def test_nothing_to_show(area: LineArea, qtbot: QtBot):
    area.show_lines([])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(area, key)
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton)
    area.mark(find([], "x"), -1)
    area.viewport().grab()
    assert area.selected_text() == ""


def test_long_lines_are_laid_out_in_several_paints(area: LineArea, qtbot: QtBot):
    area.show_lines(["x" * WIDTH] * 1_000)
    area.viewport().grab()
    seen = area._page()
    assert seen * WIDTH > 2 * LAID_OUT
    assert len(area._layouts) == LAID_OUT // WIDTH
    qtbot.waitUntil(lambda: len(area._layouts) >= seen)
    area.show_lines(["x"] * 1_000)
    area.viewport().grab()
    assert len(area._layouts) >= seen
