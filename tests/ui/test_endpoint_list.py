import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.endpoint_list import NEW, EndpointList, EndpointSide

RULES = Rules(
    (Endpoint("/stripe", "stripe"), Endpoint("/github"), Endpoint("/later", "of-a-later-version")),
    (Secret("/stripe", "1", "a"), Secret("/stripe", "2", "b"), Secret("/only", "1", "c")),
)


@pytest.fixture
def listed(qtbot: QtBot) -> EndpointList:
    made = EndpointList()
    qtbot.addWidget(made)
    made.fill(RULES, "/github")
    made.show()
    return made


def texts(listed: EndpointList) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_says_scheme_and_secrets_of_each(listed: EndpointList):
    assert texts(listed) == [
        "/github\nas the request tells · no secret",
        "/later\nof-a-later-version · no secret",
        "/only\nas the request tells · secrets: 1",
        "/stripe\nStripe · secrets: 2",
    ]
    assert listed.currentRow() == 0


def test_the_new_one_has_a_line_while_it_is_being_made(listed: EndpointList):
    listed.fill(RULES, NEW)
    assert texts(listed)[-1] == "New endpoint\nnot saved yet"
    assert listed.currentRow() == 4
    listed.fill(RULES, None)
    assert listed.currentRow() == -1
    assert listed.count() == 4
    listed.fill(NO_RULES, None)
    assert listed.count() == 0


def test_another_one_is_said_and_shown_only_when_it_is_granted(qtbot: QtBot, listed: EndpointList):
    picked: list[str] = []
    listed.picked.connect(picked.append)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert picked == ["/later"]
    assert listed.currentRow() == 0
    place = listed.visualItemRect(listed.item(3)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked == ["/later", "/stripe"]
    assert [item.text()[:7] for item in listed.selectedItems()] == ["/github"]
    listed.select("/stripe")
    assert listed.currentRow() == 3
    assert picked == ["/later", "/stripe"]


def test_a_hostile_path_is_shown_as_text(listed: EndpointList):
    listed.fill(Rules((Endpoint("/\u202e" + "x" * 5000),)), None)
    assert texts(listed)[0].startswith("/\\u202exx")
    assert len(texts(listed)[0]) < 400


def test_the_title_leads_to_the_list_and_return_is_left_to_the_dialog(qtbot: QtBot):
    side = EndpointSide()
    qtbot.addWidget(side)
    assert [label.buddy() for label in side.findChildren(QLabel) if label.text() == "E&ndpoints"] == [side.list]
    assert [button.text() for button in side.findChildren(QPushButton)] == ["&Add", "&Remove…"]
    assert not any(button.autoDefault() for button in side.findChildren(QPushButton))
