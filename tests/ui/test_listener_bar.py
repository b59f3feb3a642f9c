import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from webhook_inspector.ui.listener_bar import ListenerBar, ListenerState

URL = "http://127.0.0.1:8787"


@pytest.fixture
def bar(qtbot):
    bar = ListenerBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


@pytest.mark.parametrize(
    ("key", "word", "button", "usable"),
    [
        ("starting", "Starting…", "Start listening", False),
        ("listening", "Listening", "Stop listening", True),
        ("stopping", "Stopping…", "Stop listening", False),
        ("stopped", "Not listening", "Start listening", True),
        ("elsewhere", "Reading only", "Start listening", False),
        ("unavailable", "Not listening", "Start listening", False),
    ],
)
def test_each_state_in_words(bar, key, word, button, usable):
    bar.show_state(ListenerState(key, URL))
    assert bar._word.text() == word
    assert (bar._toggle.text(), bar._toggle.accessibleName(), bar._toggle.isEnabled()) == (button, button, usable)


def test_the_url_can_be_read_and_copied_but_not_changed(bar, qtbot):
    bar.show_state(ListenerState("listening", URL))
    assert bar._url.accessibleName() == "Listener URL"
    assert bar._url.text() == URL
    assert bar._url.isReadOnly()
    qtbot.mouseClick(bar._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == URL


def test_without_a_url_there_is_nothing_to_copy(bar):
    QGuiApplication.clipboard().setText("before")
    bar.show_state(ListenerState("elsewhere"))
    assert not bar._copy.isEnabled()
    bar.copy_url()
    assert QGuiApplication.clipboard().text() == "before"


def test_the_button_asks_and_changes_nothing_by_itself(bar, qtbot):
    bar.show_state(ListenerState("listening", URL))
    with qtbot.waitSignal(bar.toggled):
        qtbot.mouseClick(bar._toggle, Qt.MouseButton.LeftButton)
    assert bar.state.key == "listening"


def test_the_bar_does_not_jump_when_its_words_change(bar, qtbot):
    places = set()
    for key in ("listening", "stopped", "starting"):
        bar.show_state(ListenerState(key, URL))
        qtbot.wait(10)
        places.add((bar._url.x(), bar._copy.x()))
    assert len(places) == 1
