import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.ui.deliveries import LOCAL, REFUSED, SECOND, STAGING, make_attempt, make_delivery, make_response
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.ui import theme
from webhook_inspector.ui.delivering import Delivering
from webhook_inspector.ui.delivery_answers import Sent
from webhook_inspector.ui.delivery_tree import ATTEMPTS, NEXT, STATE, TARGET, DeliveryTree

FAILING = (make_attempt(1, response=make_response(502)), make_attempt(2, place=2, problem=REFUSED))
WAITING = Sent(make_delivery(1, state=DeliveryState.WAITING, attempts=2, next_ns=100 * SECOND), FAILING)
DONE = Sent(make_delivery(2, target=STAGING, rule=""), (make_attempt(3, delivery=2),))


@pytest.fixture
def delivering():
    one = Delivering()
    one.set_rules([ForwardRule("app", (LOCAL,), attempts=5)], paused=False)
    return one


@pytest.fixture
def tree(qtbot, delivering):
    tree = DeliveryTree(delivering)
    qtbot.addWidget(tree)
    tree.resize(900, 200)
    tree.show()
    return tree


def texts(item):
    return [item.text(column) for column in (TARGET, ATTEMPTS, STATE, NEXT)]


def test_the_newest_delivery_stands_first_with_its_attempts_below(tree):
    tree.show_sent([WAITING, DONE], 59 * SECOND)
    newest, older = tree.topLevelItem(0), tree.topLevelItem(1)
    assert texts(newest) == [STAGING, "✓ 200", "✓ delivered", ""]
    assert texts(older) == [LOCAL, "✗ 502  ✗ refused", "! waiting, 2 of 5 made", "in 00:41"]
    assert newest.data(TARGET, Qt.ItemDataRole.AccessibleTextRole) == f"{STAGING}, sent by hand"
    first, second = older.child(0), older.child(1)
    assert texts(first)[1:] == ["✗ 502", "84 ms", ""]
    assert texts(second)[0].startswith("Attempt 2 · ")
    assert texts(second)[1:] == [
        "✗ refused",
        "Is your app running on port 3000? Nothing listens at http://localhost:3000.",
        "84 ms",
    ]


def test_it_changes_in_place(tree):
    tree.show_sent([WAITING], 59 * SECOND)
    item = tree.topLevelItem(0)
    item.setExpanded(True)
    tree.setCurrentItem(item.child(0))
    told = []
    tree.attempt_chosen.connect(told.append)
    arrived = (*FAILING, make_attempt(4, place=3))
    tree.show_sent([Sent(make_delivery(1, attempts=3), arrived), DONE], 60 * SECOND)
    assert tree.topLevelItem(1) is item
    assert item.isExpanded()
    assert tree.currentItem() is item.child(0)
    assert item.childCount() == 3
    assert texts(item)[1:] == ["✗ 502  ✗ refused  ✓ 200", "✓ delivered", ""]
    assert told == []
    tree.show_sent([DONE], 60 * SECOND)
    assert tree.topLevelItemCount() == 1


def test_the_latest_attempt_of_the_chosen_delivery_is_told(tree):
    told = []
    tree.attempt_chosen.connect(told.append)
    tree.show_sent([WAITING, DONE], 0)
    tree.setCurrentItem(tree.topLevelItem(1))
    tree.setCurrentItem(tree.topLevelItem(1).child(0))
    tree.show_sent([Sent(WAITING.delivery, ())], 0)
    assert told[:3] == [3, 2, 1]
    assert told[-1] == 0


def test_what_is_chosen(tree):
    tree.show_sent([WAITING, DONE], 0)
    assert tree.chosen() == [DONE.delivery]
    tree.topLevelItem(1).child(0).setSelected(True)
    tree.topLevelItem(1).setSelected(True)
    assert {one.id for one in tree.chosen()} == {1, 2}
    tree.forget()
    assert tree.chosen() == []


def test_only_the_time_that_is_left_ticks(tree, delivering):
    tree.show_sent([DONE], 0)
    assert not tree.ticks
    tree.show_sent([WAITING], 0)
    assert tree.ticks
    tree.tick(90 * SECOND)
    assert tree.topLevelItem(0).text(NEXT) == "in 00:10"
    delivering.paused = True
    tree.tick(90 * SECOND)
    assert tree.topLevelItem(0).text(NEXT) == "forwarding is paused"


@pytest.mark.parametrize("width", [1200, 430, 200])
def test_targets_have_the_room_that_is_left_but_never_none(tree, width):
    tree.resize(width, 200)
    sizes = [tree.header().sectionSize(section) for section in range(4)]
    character = tree.fontMetrics().averageCharWidth()
    assert sizes[TARGET] >= 18 * character
    assert sum(sizes) == tree.viewport().width() or sizes[TARGET] == 18 * character


def test_states_follow_the_theme(tree, qapp):
    theme.apply(qapp, "light")
    tree.show_sent([DONE], 0)
    assert tree.topLevelItem(0).foreground(STATE).color() == QColor(theme.LIGHT.ok)
    theme.apply(qapp, "dark")
    qapp.processEvents()
    assert tree.topLevelItem(0).foreground(STATE).color() == QColor(theme.DARK.ok)
    theme.apply(qapp, "system")
