import pytest
from PySide6.QtGui import QColor

from tests.ui.rows import ids, make_row, place_of
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui import cell_delegate, theme
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.columns import cells_of
from webhook_inspector.ui.theme import DARK, LIGHT


@pytest.fixture
def model(qtbot):
    return CapturesModel()


@pytest.fixture
def view(qtbot, model):
    view = CapturesView(model)
    qtbot.addWidget(view)
    view.resize(900, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def fill(model):
    problem = Problem.of("tls-on-plain-port")
    cut = Problem.of("body-too-long-chunked", limit=1, kept=1)
    rows = [
        make_row(1),
        make_row(2, state=State.REFUSED, problem=problem, target=""),
        make_row(3, state=State.CUT, problem=cut),
    ]
    model.reset(ids([1, 2, 3]), [cells_of(row) for row in rows])


@pytest.mark.parametrize(("choice", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_what_is_not_whole_has_its_colour(view, model, qtbot, qapp, choice, colours):
    theme.apply(qapp, choice)
    fill(model)
    qtbot.wait(20)
    assert [_has(view, row, colours.fail) for row in range(3)] == [False, True, False]
    assert [_has(view, row, colours.warn) for row in range(3)] == [False, False, True]


def test_a_cell_is_painted_without_a_question_to_the_model(view, model, qtbot, monkeypatch):
    fill(model)
    asked = []
    usual = CapturesModel.data
    monkeypatch.setattr(CapturesModel, "data", lambda self, *given: asked.append(given) or usual(self, *given))
    view.viewport().repaint()
    assert asked == []


def test_a_row_that_is_being_fetched_is_empty(view, model, qtbot):
    model.reset(ids([1, 2]))
    qtbot.wait(20)
    image = view.viewport().grab(view.visualRect(model.index(0, place_of("path")))).toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1


def _has(view, row, colour):
    image = view.viewport().grab(view.visualRect(view.model().index(row, place_of("path")))).toImage()
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_text_that_does_not_fit_is_cut_and_another_font_lays_it_out_anew(view, model, qtbot):
    fill(model)
    column = place_of("path")
    view.setColumnWidth(column, 30)
    wanted = view.sizeHintForIndex(model.index(0, column)).width()
    assert wanted > 40
    before = _picture(view, 0)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() + 5)
    view.setFont(font)
    assert view.sizeHintForIndex(model.index(0, column)).width() > wanted
    assert _picture(view, 0) != before


def test_a_selected_row_is_painted_otherwise(view, model, qtbot):
    fill(model)
    before = [_picture(view, row) for row in range(2)]
    view.selectRow(0)
    assert _picture(view, 0) != before[0]
    assert _picture(view, 1) == before[1]


def test_texts_are_laid_out_once_and_few_are_kept(view, model, qtbot, monkeypatch):
    laid_out = []
    usual = cell_delegate._lay_out
    monkeypatch.setattr(cell_delegate, "_lay_out", lambda *given: laid_out.append(given[0]) or usual(*given))
    view._delegate.forget()
    fill(model)
    view.viewport().repaint()
    assert laid_out.count("POST") == 1
    laid_out.clear()
    view.viewport().repaint()
    assert laid_out == []
    monkeypatch.setattr(cell_delegate, "MOST_TEXTS", 2)
    view._delegate.forget()
    view.viewport().repaint()
    assert len(view._delegate._texts) <= 2


def _picture(view, row):
    return view.viewport().grab(view.visualRect(view.model().index(row, place_of("path")))).toImage()
