import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.rows import ids, make_cells
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.listener_bar import ListenerState
from webhook_inspector.ui.stage import Situation, Stage, page_for

LISTENING = ListenerState("listening", "http://127.0.0.1:8787")
STOPPED = ListenerState("stopped")
NEWER = Problem.of("store-newer", path="/x", found=9, known=1)


@pytest.mark.parametrize(
    ("situation", "page"),
    [
        (Situation(ListenerState("starting")), "table"),
        (Situation(LISTENING, ready=True), "listening"),
        (Situation(STOPPED, ready=True), "stopped"),
        (Situation(ListenerState("elsewhere"), ready=True), "elsewhere"),
        (Situation(LISTENING, ready=True, words="x"), "listening"),
        (Situation(LISTENING, ready=True, total=5, words="x"), "no-match"),
        (Situation(STOPPED, ready=True, total=5, shown=5), "table"),
        (Situation(LISTENING, ready=True, total=5, shown=2, words="x"), "table"),
        (Situation(LISTENING, ready=True, total=1, shown=0), "table"),
        (Situation(STOPPED, unreadable=NEWER), "unreadable"),
        (Situation(ListenerState("elsewhere"), unreadable=Problem.of("no-history", path="/x")), "elsewhere"),
    ],
)
def test_which_page(situation, page):
    assert page_for(situation) == page


@pytest.fixture
def stage(qtbot):
    stage = Stage(CapturesView(CapturesModel()))
    qtbot.addWidget(stage)
    stage.resize(1280, 700)
    stage.show()
    return stage


def test_shows_the_page_of_the_situation(stage):
    stage.show_situation(Situation(LISTENING, ready=True))
    assert stage.currentWidget() is stage.start_page
    stage.show_situation(Situation(LISTENING, ready=True, total=3, words="x"))
    assert stage.no_match.isVisible()
    stage.show_situation(Situation(LISTENING, ready=True, total=3, shown=3))
    assert stage.currentWidget() is stage.splitter
    assert not stage.no_match.isVisible()


def test_an_unreadable_history_says_why(stage):
    stage.show_situation(Situation(STOPPED, unreadable=NEWER))
    assert "newer version" in stage.start_page.sentence.text()


def test_the_details_take_their_place_without_moving_anything(stage, qtbot):
    before = stage.splitter.sizes()
    detail = QLabel("details")
    stage.set_detail(detail)
    qtbot.wait(10)
    assert stage.splitter.widget(1) is detail
    assert stage.splitter.sizes() == before
    assert stage.splitter.count() == 2


def test_details_beside_or_below_each_keep_their_sizes(stage, qtbot):
    stage.set_detail(QLabel("details"))
    stage.splitter.setSizes([250, 440])
    below = stage.splitter.sizes()
    stage.turn()
    assert stage.splitter.orientation() is Qt.Orientation.Horizontal
    stage.splitter.setSizes([900, 370])
    beside = stage.splitter.sizes()
    stage.turn()
    assert stage.splitter.sizes() == below
    stage.turn()
    assert stage.splitter.sizes() == beside


def test_neither_part_can_be_lost(stage):
    stage.set_detail(QLabel("details"))
    stage.splitter.setSizes([0, 1000])
    assert min(stage.splitter.sizes()) >= 100


def test_a_selected_capture_survives_a_search_without_result(stage):
    model = stage._view.model()
    model.reset(ids([1, 2]), make_cells([1, 2]))
    stage.show_situation(Situation(LISTENING, ready=True, total=2, words="x"))
    stage.show_situation(Situation(LISTENING, ready=True, total=2, shown=2))
    assert stage._view.isVisible()


def test_table_and_details_stay_in_sight_while_something_else_is_among_the_details(stage):
    stage.show_situation(Situation(LISTENING, ready=True))
    stage.hold(on=True)
    assert stage.currentWidget() is stage.splitter
    stage.show_situation(Situation(STOPPED, ready=True))
    assert stage.currentWidget() is stage.splitter
    stage.hold(on=False)
    assert stage.currentWidget() is stage.start_page
