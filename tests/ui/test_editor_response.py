import pytest

from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.delivery import Attempt, Response, Timings
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.editor_response import ResponsePane


def attempt(status=200, body=b'{"ok":true}', problem=None):
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\nX-Run: {status}\r\n\r\n".encode()
    response = Response(status, head, body) if status else None
    sent = b"POST /hook HTTP/1.1\r\nHost: a\r\n\r\n"
    return Attempt(
        0, "POST", "http://a/hook", sent, b"hi", response, problem, Timings(connect=0.01, total=0.08), "127.0.0.1:1"
    )


FAILED = attempt(0, problem=Problem.of("sending-refused-here", port=1, origin="http://127.0.0.1:1"))


class Desk:
    def __init__(self, qtbot):
        self.bench = Bench(Shelf())
        self.pane = ResponsePane(self.bench.tools)
        qtbot.addWidget(self.pane)
        self.pane.resize(700, 500)
        self.pane.show()
        self.times = 0
        self.pane.shown.connect(self.count)

    def count(self):
        self.times += 1

    async def add(self, one, unkept=None):
        before = self.times
        self.pane.add(one, unkept)
        await until(lambda: self.times > before)

    async def go(self, button):
        before = self.times
        button.click()
        await until(lambda: self.times > before)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.pane.stop()
        await self.bench.close()


def group_titles(tree):
    return [tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())]


async def test_a_response_with_head_body_and_timing(aloop, qtbot):
    async with Desk(qtbot) as desk:
        await desk.add(attempt())
        pane = desk.pane
        assert pane.good.text == "200 OK · 80 ms · 11 bytes"
        assert pane.progress.text() == "✓ passed"
        assert not pane.run.isVisible()
        assert list(pane.body.view.lines) == ["{", '  "ok": true', "}"]
        assert group_titles(pane.headers) == ["HTTP/1.1 200 OK", "POST /hook HTTP/1.1"]
        assert group_titles(pane.timing) == ["Sent to 127.0.0.1:1"]
        assert [field[0] for field in (item.data(0, 256) for item in pane.timing.items())] == [
            b"Connecting",
            b"Altogether",
        ]
        assert not pane.tabs.isTabVisible(3)


async def test_a_failure_says_why_and_where_to_look(aloop, qtbot):
    async with Desk(qtbot) as desk:
        await desk.add(FAILED, Problem.of("store-full"))
        pane = desk.pane
        assert pane.bad.text.startswith("No response · 80 ms\nIs your app running on port 1?")
        assert not pane.good.text
        assert pane.words.text.startswith("Not kept in the history.")
        assert not pane.tabs.isTabVisible(0)
        assert group_titles(pane.headers) == ["POST /hook HTTP/1.1"]


async def test_where_another_program_has_the_history_that_is_all_that_is_said(aloop, qtbot):
    async with Desk(qtbot) as desk:
        await desk.add(attempt(), Problem.of("sending-not-kept"))
        assert desk.pane.words.text.startswith("It was sent, but not kept: another program has this history.")


async def test_each_run_is_told_by_the_run_before(aloop, qtbot):
    async with Desk(qtbot) as desk:
        pane = desk.pane
        for one, words in (
            (FAILED, "✗ failed"),
            (attempt(500), "✗ still failing"),
            (attempt(), "✓ fixed: the run before failed"),
            (attempt(body=b'{"ok":false}'), "✓ still passing"),
            (attempt(500), "✗ regressed: the run before passed"),
        ):
            await desk.add(one)
            assert pane.progress.text() == words
        assert pane.run.text() == "run 5 of 5"
        assert not pane.forth.isEnabled()
        await desk.go(pane.back)
        assert pane.run.text() == "run 4 of 5"
        assert pane.tabs.isTabVisible(3)
        assert pane.differences.text() == "Different: 1 value."
        await desk.go(pane.forth)
        assert pane.attempt.response.status == 500
        assert pane.runs == 5


async def test_waiting_and_cancelling_are_said(aloop, qtbot):
    async with Desk(qtbot) as desk:
        desk.pane.wait(2.13)
        assert desk.pane._hint.text == "Waiting 2.1 s…"
        desk.pane.cancelled()
        assert desk.pane._hint.text.startswith("Cancelled.")


@pytest.mark.parametrize("name", ["tabs", "headers", "timing", "back", "forth"])
async def test_everything_has_a_name(aloop, qtbot, name):
    async with Desk(qtbot) as desk:
        assert getattr(desk.pane, name).accessibleName()
