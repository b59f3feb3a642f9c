import json
import sys
from collections.abc import Callable

import pytest

from tests.makers import make_capture, make_record
from webhook_inspector.cli import live as live_module
from webhook_inspector.cli.feed import Feed
from webhook_inspector.cli.live import RECOVERED, Live
from webhook_inspector.core.capture import State, row_of
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.events import (
    Attempted,
    Captured,
    Event,
    Fault,
    Judged,
    Judging,
    Listening,
    Notice,
    NotListening,
    RulesChanged,
)
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.options import GlobalOptions

LISTENING = Listening("http://127.0.0.1:8787", reachable=False)
ROW = row_of(make_record(number=3))
FULL = Problem.of("store-full")

Tell = Callable[..., tuple[list[str], list[str]]]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """What is printed on standard output and on standard error when the engine tells these events."""

    def tell_it(
        *events: Event,
        as_json: bool = False,
        quiet: bool = False,
        options: GlobalOptions = GlobalOptions(),  # noqa: B008
    ) -> tuple[list[str], list[str]]:
        live = Live(options, as_json=as_json, quiet=quiet)
        for event in events:
            live.on_event(event)
        live.close()
        out, err = capsys.readouterr()
        return out.splitlines(), err.splitlines()

    return tell_it


def test_the_first_line_tells_the_address(tell: Tell) -> None:
    assert tell(LISTENING) == (["listening on http://127.0.0.1:8787"], [])
    out, _ = tell(LISTENING, as_json=True)
    assert json.loads(out[0]) == {"event": "listening", "url": "http://127.0.0.1:8787", "port": 8787}


def test_the_address_may_go_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    live = Live(GlobalOptions(), as_json=False, quiet=True, out=sys.stderr)
    live.on_event(LISTENING)
    live.close()
    assert capsys.readouterr() == ("", "listening on http://127.0.0.1:8787\n")


def test_a_line_for_each_capture(tell: Tell) -> None:
    refused = row_of(make_record(make_capture(state=State.REFUSED, problem=Problem.of("not-http")), 4, status=400))
    out, err = tell(LISTENING, Captured((ROW, refused)))
    assert err == []
    assert len(out) == 3
    assert "POST" in out[1]
    assert "/stripe?x=1" in out[1]
    assert out[2].endswith("These bytes are not an HTTP request.")


def test_captures_as_json(tell: Tell) -> None:
    out, _ = tell(LISTENING, Captured((ROW, ROW)), as_json=True)
    assert [json.loads(line)["id"] for line in out[1:]] == [3, 3]


def test_quiet_prints_no_captures(tell: Tell) -> None:
    assert tell(LISTENING, Captured((ROW,)), quiet=True) == (["listening on http://127.0.0.1:8787"], [])


def test_warnings_go_to_standard_error(tell: Tell, expected_log: Callable[[str], None]) -> None:
    expected_log("disk full")
    expected_log("can be written again")
    expected_log("was moved")
    expected_log("is taken")
    out, err = tell(
        LISTENING,
        Fault(FULL),
        Fault(None),
        Notice(Problem.of("store-moved", path="a\nb")),
        NotListening(Problem.of("port-taken", port=1)),
        NotListening(None),
    )
    assert len(out) == 1
    assert err[0].startswith("Nothing is being captured: disk full.")
    assert err[1] == RECOVERED
    assert err[2].startswith("The history file a\\nb was moved")
    assert err[3] == "Port 1 is taken by another program."
    assert len(err) == 4


def test_what_is_judged_later_is_not_told_but_where_somebody_looks_on(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (RulesChanged(NO_RULES), Judging(200, 900), Judged((1, 2)), Judging(400, 900), Judging(900, 900))
    monkeypatch.setattr("webhook_inspector.cli.judging_words.LONG_SECONDS", -1)
    assert tell(*later) == ([], [])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert tell(*later) == (
        [],
        ["Verifying stored captures again: 200 of 900 so far …", "Verified 900 stored captures again."],
    )


def test_a_first_failure_is_left_to_the_edge(tell: Tell) -> None:
    assert tell(NotListening(Problem.of("port-taken", port=1))) == ([], [])


def test_warnings_are_not_said_twice_where_the_log_shows_them(tell: Tell, expected_log: Callable[[str], None]) -> None:
    expected_log("disk full")
    assert tell(Fault(FULL), options=GlobalOptions(json_log=True)) == ([], [])


@pytest.mark.parametrize(
    ("url", "place"),
    [("http://127.0.0.1:8787", "192.168.1.5:8787"), ("http://10.1.2.3:80", "10.1.2.3:80")],
)
def test_who_can_be_reached_is_warned(
    tell: Tell, expected_log: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, url: str, place: str
) -> None:
    monkeypatch.setattr(live_module, "outward_address", lambda: "192.168.1.5")
    expected_log("Reachable from your network")
    _, err = tell(Listening(url, reachable=True))
    assert err == [f"Reachable from your network: anyone who can reach {place} can post here."]


def test_a_flood_is_counted_rather_than_laid_out(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Feed, "full", lambda _feed: True)
    assert tell(Captured((ROW,) * 1000), Captured((ROW,) * 234)) == (["… 1,234 more"], [])
    out, _ = tell(Captured((ROW,) * 1234), as_json=True)
    assert json.loads(out[0]) == {"event": "left_out", "count": 1234}


def test_a_line_for_each_attempt(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Attempted(Delivery("http://a", 1, 3, "app"), Attempt(1, "POST", "http://a/hook", b"", b""))
    out, err = tell(told, told)
    assert (len(out), err) == (2, [])
    assert out[0].startswith("→ 3  ---  http://a/hook")
    assert json.loads(tell(told, as_json=True)[0][0])["event"] == "attempted"
    assert tell(told, quiet=True) == ([], [])
    monkeypatch.setattr(Feed, "full", lambda _feed: True)
    assert tell(told, told) == (["… 2 more"], [])
