import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.endpoint_list import endpoint_entries, endpoint_side
from webhook_inspector.ui.named_list import NEW, Entry, ListSide

RULES = Rules(
    (Endpoint("/stripe", "stripe"), Endpoint("/github"), Endpoint("/later", "of-a-later-version")),
    (Secret("/stripe", "1", "a"), Secret("/stripe", "2", "b"), Secret("/only", "1", "c")),
)


@pytest.fixture
def side(qtbot: QtBot) -> ListSide:
    made = endpoint_side()
    qtbot.addWidget(made)
    return made


def test_says_scheme_and_secrets_of_each():
    assert endpoint_entries(RULES) == [
        Entry("/github", "/github\nas the request tells · no secret"),
        Entry("/later", "/later\nof-a-later-version · no secret"),
        Entry("/only", "/only\nas the request tells · secrets: 1"),
        Entry("/stripe", "/stripe\nStripe · secrets: 2"),
    ]
    assert endpoint_entries(NO_RULES) == []


def test_the_new_one_has_a_line_while_it_is_being_made(side: ListSide):
    side.list.fill(endpoint_entries(RULES), NEW)
    assert side.list.count() == 5
    assert side.list.item(4).text() == "New endpoint\nnot saved yet"
    assert side.list.currentRow() == 4


def test_a_hostile_path_is_shown_as_text():
    (entry,) = endpoint_entries(Rules((Endpoint("/\u202e" + "x" * 5000),)))
    assert entry.text.startswith("/\\u202exx")
    assert len(entry.text) < 400
    assert entry.key == "/\u202e" + "x" * 5000


def test_the_title_leads_to_the_list_and_return_is_left_to_the_dialog(side: ListSide):
    assert [label.buddy() for label in side.findChildren(QLabel) if label.text() == "E&ndpoints"] == [side.list]
    assert side.list.accessibleName() == "Endpoints"
    assert [button.text() for button in side.findChildren(QPushButton)] == ["&Add", "&Remove…"]
    assert not any(button.autoDefault() for button in side.findChildren(QPushButton))
