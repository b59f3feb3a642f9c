import pytest

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.ui.forward_list import forward_entries, forward_side
from webhook_inspector.ui.named_list import NEW

RULES = (ForwardRule("app", ("http://a",)), ForwardRule("staging", ("http://b",), paused=True))


@pytest.fixture
def side(qtbot):
    side = forward_side()
    qtbot.addWidget(side)
    side.show()
    return side


def lines(side):
    return [side.list.item(row).text() for row in range(side.list.count())]


def test_rules_in_their_order_and_the_new_one_last(side):
    side.list.fill(forward_entries(RULES), "staging")
    assert lines(side) == ["app\nqueue · http://a", "staging\npaused · queue · http://b"]
    assert side.list.currentRow() == 1
    side.list.fill(forward_entries(RULES), NEW)
    assert lines(side)[2] == "New rule\nnot saved yet"
    assert side.list.currentRow() == 2
    side.list.fill(forward_entries(RULES), None)
    assert side.list.currentRow() == -1


def test_who_picks_another_stays_until_it_is_selected(side):
    picked = []
    side.list.picked.connect(picked.append)
    side.list.fill(forward_entries(RULES), "app")
    side.list.setCurrentRow(1)
    assert picked == ["staging"]
    assert side.list.currentRow() == 0
    side.list.select("staging")
    assert (picked, side.list.currentRow()) == (["staging"], 1)


def test_names_for_a_screen_reader(side):
    assert side.list.accessibleName() == "Forward rules"
    assert (side.add.text(), side.remove.text()) == ("&Add", "&Remove…")
