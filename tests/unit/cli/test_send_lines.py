import json
from dataclasses import replace

from webhook_inspector.cli.send_lines import dry_json, sent_json, sent_line, tally_lines
from webhook_inspector.core.delivery import Attempt, Response, Timings
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.outcomes import Progress
from webhook_inspector.resend import Outcome
from webhook_inspector.store.by_hand import ended

URL = "http://localhost:3000/hook"
SENT = Outgoing("http", "localhost", 3000, b"POST /hook HTTP/1.1\r\nHost: localhost:3000\r\n\r\n", b"\xff")
ANSWER = Response(200, b"HTTP/1.1 200 OK\r\nX-A: 1\r\n\r\n", b"ok", 2)
ATTEMPT = Attempt(1, "POST", URL, SENT.head, SENT.body, ANSWER, timings=Timings(total=0.0341))
REFUSED = Problem.of("sending-refused-here", origin="http://localhost:3000", port=3000)


def outcome(attempt: Attempt = ATTEMPT, capture: int = 12) -> Outcome:
    return Outcome(ended(capture, attempt), attempt)


def redirect(location: str) -> Attempt:
    head = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\n\r\n".encode()
    return replace(ATTEMPT, response=Response(302, head))


def test_a_line() -> None:
    assert sent_line(SENT, outcome(), None) == f"→ 12  200  34 ms  2 B  {URL}"
    assert sent_line(SENT, outcome(capture=0), None) == f"→ 200  34 ms  2 B  {URL}"
    assert (
        sent_line(SENT, outcome(replace(ATTEMPT, id=7)), Progress.FIXED)
        == f"→ 12  200  34 ms  2 B  {URL}  fixed  attempt 7"
    )
    assert sent_line(SENT, outcome(), Progress.STILL_PASSING) == sent_line(SENT, outcome(), None)


def test_a_failure_says_why() -> None:
    failed = replace(ATTEMPT, response=None, problem=REFUSED)
    line = sent_line(SENT, outcome(failed), Progress.REGRESSED)
    assert line.startswith(f"→ 12  ---  34 ms  {URL}  regressed  ")
    assert "Is your app running on port 3000?" in line
    assert json.loads(sent_json(outcome(failed), Progress.REGRESSED))["status"] is None


def test_a_redirect_says_where_it_leads() -> None:
    assert sent_line(SENT, outcome(redirect("http://other/x")), None).endswith("  not followed to http://other:80/x")
    assert "file" in sent_line(SENT, outcome(redirect("file:///etc/passwd")), None).partition(URL)[2]


def test_nothing_that_came_back_acts_on_a_terminal() -> None:
    for found in (redirect("/\x1b[2J"), replace(ATTEMPT, url=URL + "\x1b[2J")):
        assert "\x1b" not in sent_line(SENT, outcome(found), None) + sent_json(outcome(found), None)


def test_json() -> None:
    found = json.loads(sent_json(outcome(), Progress.FIXED))
    assert found == {
        "event": "sent",
        "capture": 12,
        "attempt": None,
        "method": "POST",
        "url": URL,
        "status": 200,
        "problem": None,
        "milliseconds": 34.1,
        "progress": "fixed",
        "size": 2,
        "headers": [["X-A", "1"]],
        "body": "ok",
    }
    assert json.loads(dry_json(0, SENT)) == {
        "event": "dry_run",
        "capture": None,
        "url": URL,
        "head": SENT.head.decode(),
        "body_base64": "/w==",
    }


def test_many_in_a_few_numbers() -> None:
    failed = replace(ATTEMPT, response=None, problem=REFUSED)
    (line,) = tally_lines([ATTEMPT, ATTEMPT, failed, redirect("/")])
    assert line == (
        "4 sent, 2 accepted, 2 failed (302 × 1, no answer × 1); "
        "34 ms at least, 34 ms in the middle, 34 ms at 95 %, 34 ms at most"
    )
    assert list(tally_lines([failed])) == ["1 sent, 0 accepted, 1 failed (no answer × 1)"]
