import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.header_groups import Group
from webhook_inspector.ui.headers_tree import HeadersTree
from webhook_inspector.ui.theme import code_font

FIELDS = ((b"Host", b"h"), (b"X-<b>", b"v" * 1000), (b"x-dup", b"\xff\x1b"))


@pytest.fixture
def tree(qtbot: QtBot) -> HeadersTree:
    made = HeadersTree()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_groups([Group("The request (3)", FIELDS), Group("We answered (0)", ())])
    return made


def test_a_row_a_field(tree: HeadersTree):
    assert [(item.text(0), item.text(1)[:5]) for item in tree.items()] == [
        ("Host", "h"),
        ("X-<b>", "vvvvv"),
        ("x-dup", r"\xff\x1b"[:5]),
    ]
    assert tree.topLevelItemCount() == 2


def test_fields_are_the_bytes_that_came(tree: HeadersTree):
    assert tree.fields() == []
    tree.items()[2].setSelected(True)
    tree.items()[0].setSelected(True)
    assert tree.fields() == [FIELDS[0], FIELDS[2]]


def test_knows_what_does_not_fit(tree: HeadersTree):
    assert tree.shows_whole("short")
    assert not tree.shows_whole("v" * 200)
    tree.set_code_font(code_font(40))
    assert not tree.shows_whole("twenty characters at 40 points")


def test_a_long_name_leaves_room_for_the_value(tree: HeadersTree):
    tree.show_groups([Group("The request (1)", ((b"X" * 2000, b"v"),))])
    assert tree.header().sectionSize(0) < 400
    assert len(tree.items()[0].text(0)) == 300


def test_the_key_for_copying_is_ours(tree: HeadersTree, qtbot: QtBot):
    with qtbot.waitSignal(tree.copy_wanted):
        qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_arrows_walk_through_the_rows(tree: HeadersTree, qtbot: QtBot):
    tree.setCurrentItem(tree.items()[0])
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.fields() == [FIELDS[1]]
