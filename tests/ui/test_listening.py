import pytest

from webhook_inspector.core.tasks import Tasks
from webhook_inspector.settings import Settings
from webhook_inspector.ui.listening import ListenerControl
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.window import MainWindow

# What it does with an engine is tested with the whole program, in test_program.


class NoEngine:
    def ask(self, question):
        pytest.fail("nothing was to be asked")


@pytest.fixture
def make(qtbot, folder):
    def make(**settings):
        window = MainWindow(WindowMemory(folder.window_state))
        qtbot.addWidget(window, before_close_func=lambda window: window.hide())
        return window, ListenerControl(window, NoEngine(), Tasks(), folder, Settings().replaced(**settings))

    return make


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("localhost", 8787, "http://127.0.0.1:8787"),
        ("::1", 80, "http://[::1]:80"),
        ("192.168.1.7", 8080, "http://192.168.1.7:8080"),
        ("localhost", 0, ""),
    ],
)
def test_the_url_is_there_before_anybody_listens(make, host, port, url):
    window, _ = make(listener__host=host, listener__port=port)
    assert window.bar.state.key == "starting"
    assert window.bar.state.url == url


@pytest.mark.parametrize("key", ["starting", "stopping", "elsewhere", "unavailable"])
def test_there_is_nothing_to_toggle_meanwhile(make, key):
    window, control = make()
    control.set_state(type(control.state)(key))
    control.toggle()
    assert window.bar.state.key == key


def test_the_status_bar_says_it_too(make, qtbot):
    window, control = make()
    control.set_state(type(control.state)("listening", "http://127.0.0.1:8787"))
    qtbot.waitUntil(lambda: "● Listening on 127.0.0.1:8787" in window.status.text())
