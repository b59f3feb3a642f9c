import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.form import form_fields
from webhook_inspector.bodies.jsontree import scan
from webhook_inspector.ui.copy_key import copies_all, takes_key
from webhook_inspector.ui.form_table import FormTable
from webhook_inspector.ui.json_tree_view import JsonTreeView
from webhook_inspector.ui.line_area import LineArea

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("kind", "key", "taken"),
    [
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_C, True),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_A, True),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_X, False),
        (QEvent.Type.KeyPress, Qt.Key.Key_C, False),
    ],
)
def test_only_the_question_who_wants_it_is_answered(kind: QEvent.Type, key: Qt.Key, taken: bool):
    assert takes_key(QKeyEvent(kind, key, CONTROL)) is taken
    assert not takes_key(QEvent(QEvent.Type.Show))


@pytest.mark.parametrize("kind", [LineArea, JsonTreeView, FormTable])
def test_the_window_does_not_take_the_key(qtbot: QtBot, qapp: QApplication, kind: type):
    window, stolen = QWidget(), []
    qtbot.addWidget(window)
    action = QAction(window)
    action.setShortcut("Ctrl+C")
    action.triggered.connect(stolen.append)
    window.addAction(action)
    view = kind()
    QVBoxLayout(window).addWidget(view)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    fill = {
        LineArea: lambda: view.show_lines(["needle"]),
        JsonTreeView: lambda: view.show_tree(scan('"needle"')),
        FormTable: lambda: view.show_fields(form_fields("a=needle")),
    }
    fill[kind]()
    view.setFocus()
    if kind is LineArea:
        qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert qapp.focusWidget() is view
    assert qapp.clipboard().text() == "needle"
    assert stolen == []


def test_a_copy_of_nothing_selected_is_a_copy_of_all(qtbot: QtBot, qapp: QApplication):
    edit = QPlainTextEdit("one\ntwo")
    qtbot.addWidget(edit)
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CONTROL)
    assert copies_all(edit, copy)
    assert qapp.clipboard().text() == "one\ntwo"
    assert not copies_all(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, CONTROL))
    edit.selectAll()
    assert not copies_all(edit, copy)
