import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.named_list import NEW, Entry, ListSide, NamedList

ENTRIES = (Entry("a", "A\nfirst"), Entry("b", "B\nsecond"), Entry("c", "C\nthird"))


@pytest.fixture
def side(qtbot: QtBot) -> ListSide:
    made = ListSide(NamedList("Letters", "New\nnot yet"), title="&Letters", add="&Add", remove="&Remove")
    qtbot.addWidget(made)
    made.list.fill(ENTRIES, "a")
    made.show()
    return made


@pytest.fixture
def listed(side: ListSide) -> NamedList:
    return side.list


def texts(listed: NamedList) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_all_are_there_in_their_order_and_one_is_selected(listed: NamedList):
    assert texts(listed) == ["A\nfirst", "B\nsecond", "C\nthird"]
    assert listed.currentRow() == 0
    listed.fill(iter(ENTRIES), "c")
    assert listed.currentRow() == 2


def test_the_new_one_has_a_line_while_it_is_being_made(listed: NamedList):
    listed.fill(iter(ENTRIES), NEW)
    assert texts(listed)[3] == "New\nnot yet"
    assert listed.currentRow() == 3
    listed.fill(ENTRIES, None)
    assert (listed.count(), listed.currentRow()) == (3, -1)
    listed.fill((), None)
    assert listed.count() == 0


def test_what_is_not_there_is_not_selected(listed: NamedList):
    listed.select("other")
    assert listed.currentRow() == -1
    assert listed.selectedItems() == []


def test_who_picks_another_stays_until_it_is_selected(qtbot: QtBot, listed: NamedList):
    picked: list[str] = []
    listed.picked.connect(picked.append)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert (picked, listed.currentRow()) == (["b"], 0)
    place = listed.visualItemRect(listed.item(2)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked == ["b", "c"]
    assert [item.text() for item in listed.selectedItems()] == ["A\nfirst"]
    listed.select("c")
    assert (picked, listed.currentRow()) == (["b", "c"], 2)


def test_filling_it_picks_nothing(listed: NamedList):
    picked: list[str] = []
    listed.picked.connect(picked.append)
    listed.fill(ENTRIES, "b")
    listed.fill(ENTRIES[:1], "b")
    listed.fill(ENTRIES, NEW)
    assert picked == []


def test_the_title_leads_to_the_list_and_return_is_left_to_the_dialog(side: ListSide):
    assert [label.buddy() for label in side.findChildren(QLabel) if label.text() == "&Letters"] == [side.list]
    assert side.list.accessibleName() == "Letters"
    assert [button.text() for button in side.findChildren(QPushButton)] == ["&Add", "&Remove"]
    assert not any(button.autoDefault() for button in side.findChildren(QPushButton))
