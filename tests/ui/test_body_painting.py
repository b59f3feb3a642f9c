from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.body_painting import BodyPainting


def test_tells_before_each_time_that_a_widget_is_painted(qtbot: QtBot):
    painted, told = list[int](), list[int]()

    class View(QPlainTextEdit):
        def paintEvent(self, _event):
            painted.append(len(told))

    view = View()
    qtbot.addWidget(view)
    painting = BodyPainting(lambda: told.append(1), view)
    painting.watch(view)
    view.resize(300, 200)
    assert told == []
    for times in (1, 2):
        view.viewport().grab()
        assert len(told) == times
    assert painted == [1, 2]
