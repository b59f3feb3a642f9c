from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.secrets_tree import SecretsTree

TODAY = date(2026, 3, 1)
SECRETS = (
    Secret("/stripe", "live", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"),
    Secret("/stripe", "old", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5z", date(2026, 2, 28)),
)


@pytest.fixture
def tree(qtbot: QtBot) -> SecretsTree:
    made = SecretsTree()
    qtbot.addWidget(made)
    made.show_secrets(SECRETS, TODAY, 0)
    return made


def rows(tree: SecretsTree) -> list[list[str]]:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(tree.columnCount())] for item in items]


def test_the_rows_say_what_may_be_said(tree: SecretsTree):
    assert rows(tree) == [["live", "…fE5y", "never", ""], ["old", "…fE5z", "2/28/26, expired", ""]]
    assert tree.isColumnHidden(3)
    tree.show_secrets((Secret("/x", "1", "abc", None, "kid"),), TODAY, 0)
    assert not tree.isColumnHidden(3)
    assert rows(tree) == [["1", "…", "never", "kid"]]


@pytest.mark.parametrize(("at", "place"), [(0, 0), (1, 1), (7, 1)])
def test_a_row_is_selected(tree: SecretsTree, at: int, place: int):
    tree.show_secrets(SECRETS, TODAY, at)
    assert tree.place() == place


def test_without_secrets_no_row_is_selected(tree: SecretsTree):
    tree.show_secrets((), TODAY, 0)
    assert tree.place() == -1


def test_keys_say_what_is_wanted(qtbot: QtBot, tree: SecretsTree):
    said: list[str] = []
    tree.edit_wanted.connect(lambda: said.append("edit"))
    tree.remove_wanted.connect(lambda: said.append("remove"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Down):
        qtbot.keyClick(tree, key)
    tree.itemDoubleClicked.emit(tree.currentItem(), 1)
    assert said == ["edit", "edit", "remove", "remove", "edit"]
    assert tree.place() == 1


def test_more_rows_need_more_height(tree: SecretsTree):
    assert tree.height_of(5) - tree.height_of(4) > tree.fontMetrics().height()
    assert tree.accessibleName()
