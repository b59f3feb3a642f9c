import json
from collections.abc import Callable

import pytest

from tests.receiver import Receiver, answer
from tests.unit.cli.sending import target, url_of
from webhook_inspector.core.capture import Record

Cli = Callable[..., object]
__all__ = ["target"]


@pytest.fixture
def sent(cli: Cli, three: list[Record], target: Receiver) -> str:
    """Capture 2 was sent twice to the address: it failed, then it arrived."""
    target.scripts[:] = [
        answer(b'HTTP/1.1 500 Oh no\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}'),
        answer(),
    ]
    for _ in range(2):
        cli("resend", "2", "--to", url_of(target))
    return url_of(target, "/b")


def test_all_of_them(cli: Cli, sent: str) -> None:
    lines = cli("deliveries").lines
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert lines[0].endswith(f"capture 2  failed     500  {sent}")
    assert lines[1].endswith(f"capture 2  delivered  200  {sent}")
    assert len(cli("deliveries", "--state", "failed").lines) == 1


def test_those_of_a_capture_with_their_attempts(cli: Cli, sent: str) -> None:
    lines = cli("deliveries", "2").lines
    assert len(lines) == 4
    assert lines[1].startswith("    attempt 1  ")
    assert cli("deliveries", "1").lines[0].startswith("Nothing was sent.")
    found = [json.loads(line) for line in cli("deliveries", "2", "--state", "failed", "--json").lines]
    assert [(one["state"], one["target"], [each["status"] for each in one["tries"]]) for one in found] == [
        ("failed", sent, [500])
    ]


def test_one_attempt_whole(cli: Cli, sent: str) -> None:
    lines = cli("deliveries", "--attempt", "1").lines
    assert lines[0] == f"Attempt 1: POST {sent}"
    assert "  POST /b HTTP/1.1" in lines
    assert "  HTTP/1.1 500 Oh no" in lines
    assert '    "a": 1' in lines
    found = json.loads(cli("deliveries", "--attempt", "1", "--json").out)
    assert (found["status"], found["sent_body"], found["body"]) == (500, '{"hi":1}', '{"a":1}')


def test_what_is_not_there(cli: Cli, three: list[Record]) -> None:
    done = cli("deliveries", "--attempt", "9")
    assert done.code == 1
    assert done.err.startswith("There is no attempt 9.")
    assert cli("deliveries", "9").code == 1
    assert cli("deliveries", "1", "--attempt", "9").code == 2
    assert cli("deliveries").code == 0
