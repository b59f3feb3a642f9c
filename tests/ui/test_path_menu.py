from PySide6.QtWidgets import QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.path_menu import add_copy, add_folding, add_going, add_paths, ask_steps


def test_every_entry_does_what_it_says(qtbot: QtBot):
    menu = QMenu()
    qtbot.addWidget(menu)
    done: list[str] = []
    add_copy(menu, lambda: done.append("copy"))
    add_paths(menu, lambda: done.append("value"), lambda way: done.append(way.write(("a", 0))))
    add_folding(menu, lambda: done.append("open"), lambda: done.append("close"))
    add_going(menu, lambda: done.append("go"))
    for action in menu.actions():
        action.trigger()
    assert done == ["copy", "value", "$.a[0]", '["a"][0]', ".a[0]", "open", "close", "go"]
    assert len({action.text() for action in menu.actions()}) == 8


def test_asks_for_a_path(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[str] = []
    dialog = ask_steps(parent, answers.append)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("$.a")
    dialog.accept()
    assert answers == ["$.a"]
