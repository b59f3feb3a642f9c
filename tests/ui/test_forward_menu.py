import pytest
from PySide6.QtWidgets import QMenu

from webhook_inspector.ui.forward_menu import ForwardMenu


@pytest.fixture
def around(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    menu.addAction("Retry")
    return menu


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_targets_of_rules_stand_first_and_each_once(around):
    menu = ForwardMenu(around, around.actions()[1])
    assert [action.text() for action in around.actions()] == ["Copy", "Forward t&o", "Retry"]
    assert entries(menu) == ["Forward rules…"]
    menu.show_targets(["http://a", "http://b", "http://a"], ["http://c?d&e", "http://b"])
    assert entries(menu) == ["http://a", "http://b", "http://c?d&&e", "Forward rules…"]


def test_what_is_picked(around):
    menu = ForwardMenu(around, None)
    assert around.actions()[-1] is menu.menuAction()
    menu.show_targets([], ["http://c?d&e"])
    picked, wanted = [], []
    menu.picked.connect(picked.append)
    menu.rules_wanted.connect(lambda: wanted.append(1))
    for action in menu.actions():
        action.trigger()
    assert (picked, wanted) == (["http://c?d&e"], [1])
