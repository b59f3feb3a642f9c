from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.line_numbers import LineNumbers


def test_makes_room_only_where_there_are_numbers(qtbot: QtBot):
    view = QPlainTextEdit()
    qtbot.addWidget(view)
    numbers = LineNumbers(view)
    view.resize(300, 200)
    view.show()
    numbers.count(0)
    assert not numbers.isVisible()
    assert view.viewport().geometry().left() <= 1
    numbers.count(99_999)
    assert numbers.isVisible()
    assert numbers.width() > 5 * view.fontMetrics().horizontalAdvance("9")


def test_numbers_move_with_the_text(qtbot: QtBot):
    view = QPlainTextEdit("\n".join("x" * 200))
    qtbot.addWidget(view)
    numbers = LineNumbers(view)
    view.resize(300, 200)
    numbers.count(200)
    view.show()
    top = numbers.grab().toImage()
    view.verticalScrollBar().setValue(100)
    assert numbers.grab().toImage() != top
