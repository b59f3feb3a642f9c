import pytest

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


def test_says_how_far_judging_again_has_come_and_then_no_more(status, qtbot):
    status.tell(judged=200, to_judge=12480)
    qtbot.waitUntil(lambda: "verifying again: 200 of 12,480" in status.text())
    assert status.accessibleDescription() == status.text()
    status.tell(judged=12480)
    qtbot.waitUntil(lambda: "verifying" not in status.text())
