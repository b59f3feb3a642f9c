import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu

from tests.ui.rows import ids, make_row
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.columns import cells_of
from webhook_inspector.ui.filter_menu import FilterMenu

JUDGED = Judgement(meaning=Meaning(provider="stripe", event="invoice.paid"), status=Status.NO_SECRET)
ROWS = [
    make_row(1, target="/stripe?a=1", judgement=JUDGED),
    make_row(2, target='/two words/a&b,"c"', method="PUT"),
    make_row(3, target="/"),
]


@pytest.fixture
def view(qtbot):
    model = CapturesModel()
    view = CapturesView(model)
    qtbot.addWidget(view)
    view.menu = QMenu(view)
    view.menu.addAction("Copy")
    model.reset(ids([row.id for row in ROWS]), [cells_of(row) for row in ROWS])
    return view


@pytest.fixture
def menu(view):
    return FilterMenu(view.menu, view, view.model())


def open_at(view, row):
    index = view.model().index(row, 0)
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    view.menu.aboutToShow.emit()


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def conditions(menu):
    said = []
    menu.picked.connect(said.append)
    for action in menu.actions():
        action.trigger()
    menu.picked.disconnect(said.append)
    return said


def test_it_is_the_first_of_the_menu(view, menu):
    assert view.menu.actions()[0] is menu.menuAction()
    assert menu.title().replace("&", "") == "Filter like this"


def test_only_and_hide_of_everything_a_capture_has(view, menu):
    open_at(view, 0)
    traits = ["path /stripe", "provider Stripe", "event invoice.paid", "method POST", "sender 127.0.0.1"]
    traits.append("signature – no secret")
    assert entries(menu) == [f"{verb} {trait}" for verb in ("Only", "Hide") for trait in traits]
    asked = ["endpoint:/stripe", "provider:stripe", "event:invoice.paid", "method:POST", "from:127.0.0.1:*"]
    asked.append("sig:no-secret")
    assert conditions(menu) == [*asked, *(f"-{one}" for one in asked)]


def test_what_a_capture_lacks_is_not_offered(view, menu):
    open_at(view, 2)
    assert entries(menu) == ["Only method POST", "Only sender 127.0.0.1", "Hide method POST", "Hide sender 127.0.0.1"]


def test_odd_values_are_quoted_and_shown_as_they_are(view, menu):
    open_at(view, 1)
    assert entries(menu)[0] == 'Only path /two words/a&&b,"c"'
    assert conditions(menu)[0] == r'endpoint:"/two words/a&b,\"c\""'


@pytest.mark.parametrize("place", range(3))
def test_only_finds_the_capture_and_hide_does_not(view, menu, place):
    open_at(view, place)
    seen = Seen(ROWS[place], b"", b"")
    for condition in conditions(menu):
        query = parse(condition).query
        assert query is not None
        assert matches(query, seen, 0) is not condition.startswith("-")


@pytest.mark.parametrize("status", [None, *Status])
def test_a_signature_is_offered_where_the_table_says_one(view, menu, status):
    row = make_row(1, judgement=Judgement(status=status) if status else NOT_JUDGED)
    view.model().reset(ids([1]), [cells_of(row)])
    open_at(view, 0)
    offered = [one for one in conditions(menu) if one.startswith("sig:")]
    assert len(offered) == (status not in (None, Status.UNKNOWN_SCHEME))
    assert all(matches(parse(one).query, Seen(row, b"", b""), 0) for one in offered)


def test_without_a_capture_there_is_nothing_to_do(view, menu):
    view.model().reset(ids([]), [])
    view.menu.aboutToShow.emit()
    assert not menu.menuAction().isEnabled()
    assert entries(menu) == []


def test_a_right_click_among_selected_rows_means_the_one_under_the_pointer(view, menu, qtbot):
    view.resize(900, 300)
    view.show()
    view.selectAll()
    cell = view.visualRect(view.model().index(1, 2)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=cell)
    view.menu.aboutToShow.emit()
    assert view.selected_count() == 3
    assert "Only method PUT" in entries(menu)


def test_each_opening_makes_it_anew(view, menu):
    open_at(view, 0)
    count = len(menu.actions())
    open_at(view, 0)
    assert len(menu.actions()) == count


def test_a_menu_without_anything_else(qtbot, view):
    empty = QMenu(view)
    menu = FilterMenu(empty, view, view.model())
    assert empty.actions() == [menu.menuAction()]
