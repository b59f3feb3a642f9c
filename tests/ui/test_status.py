import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from webhook_inspector.ui.status import RATE_SECONDS, RateMeter, StatusBar


@pytest.fixture
def status(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_says_what_there_is(status, qtbot):
    status.tell(listener="● Listening on 127.0.0.1:8787", shown=12480, total=12480, disk_size=3 * 2**20)
    qtbot.waitUntil(lambda: "12,480" in status.text())
    assert status.text() == "● Listening on 127.0.0.1:8787 | 12,480 shown | history 3.0 MiB"
    assert status.accessibleName() == "Status"
    assert status.accessibleDescription() == status.text()


def test_says_how_many_a_search_hides_and_how_many_are_selected(status, qtbot):
    status.tell(shown=210, total=12480, filtered=True, selected=2)
    qtbot.waitUntil(lambda: "210" in status.text())
    assert status.text() == "210 of 12,480 shown · 2 selected"


def test_is_painted_at_most_every_250_ms(status, qtbot, monkeypatch):
    paints = []
    monkeypatch.setattr(status._counts, "setText", paints.append)
    for number in range(400):
        status.tell(shown=number)
        qtbot.wait(1)
    assert 1 <= len(paints) <= 5


def test_the_rate_comes_and_goes(status, qtbot):
    status.tell_taken(20)
    qtbot.waitUntil(lambda: "/s" in status.text())
    qtbot.waitUntil(lambda: "/s" not in status.text(), timeout=int(RATE_SECONDS * 1000) + 3000)


def test_a_steady_rate():
    meter = RateMeter()
    for step in range(40):
        meter.mark(step * 0.25, step * 10)
    assert meter.per_second(9.75) == pytest.approx(40, rel=0.05)


def test_a_pause_does_not_count():
    meter = RateMeter()
    meter.mark(0, 0)
    meter.mark(1000, 30)
    assert meter.per_second(1000) == 30 / RATE_SECONDS
    meter.mark(1000 + RATE_SECONDS, 30)
    meter.mark(1001 + RATE_SECONDS, 30)
    assert meter.per_second(1001 + RATE_SECONDS) == 0


def test_what_waits_and_has_failed_can_be_pressed(status, qtbot):
    button = status.findChild(QToolButton)
    assert not button.isVisible()
    status.tell(waiting=1200, failed=1)
    qtbot.waitUntil(lambda: "forwards: 1,200 waiting, 1 failed" in status.text())
    assert (button.isVisible(), button.focusPolicy()) == (True, Qt.FocusPolicy.TabFocus)
    with qtbot.waitSignal(status.forwards_wanted):
        button.click()
    status.tell(waiting=0)
    qtbot.waitUntil(lambda: "forwards: 1 failed" in status.text())
    status.tell(failed=0)
    qtbot.waitUntil(lambda: not button.isVisible())


def test_says_how_far_judging_again_has_come_and_then_no_more(status, qtbot):
    status.tell(judged=200, to_judge=12480)
    qtbot.waitUntil(lambda: "verifying again: 200 of 12,480" in status.text())
    assert status.accessibleDescription() == status.text()
    status.tell(judged=12480)
    qtbot.waitUntil(lambda: "verifying" not in status.text())


def test_what_is_said_stands_alone_until_it_is_over(status):
    status.say("Done.")
    status.tell(shown=1, total=1)
    status._paint()
    assert not any(label.isVisible() for label in status._parts())
    status.clearMessage()
    status._paint()
    assert any(label.isVisible() for label in status._parts())
