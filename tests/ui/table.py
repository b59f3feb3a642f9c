"""The table of captures on a screen, for tests of what it does when rows come and go."""

from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from tests.ui.rows import ids, make_cells
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView


def shown_view(qtbot: QtBot, model: CapturesModel) -> CapturesView:
    """About ten rows high. Rows that it asks for are there at once."""
    model.wanted.connect(lambda: model.fill(make_cells(model.take_wanted())))
    view = CapturesView(model)
    qtbot.addWidget(view)
    view.resize(900, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def fill(view: CapturesView, qtbot: QtBot) -> None:
    """With the captures 1 to 500."""
    view.model().reset(ids(range(1, 501)), make_cells(range(301, 501)))
    qtbot.wait(10)


def come(model: CapturesModel, first: int, count: int = 10) -> None:
    """Newer captures."""
    model.append(ids(range(first, first + count)), make_cells(range(first, first + count)))


def bar(view: CapturesView) -> QScrollBar:
    return view.verticalScrollBar()
