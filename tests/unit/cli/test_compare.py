import json
from collections.abc import Callable

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import paid
from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import save_setting

Cli = Callable[..., object]
Keep = Callable[..., None]


def posted(body: bytes, event_id: str = "", agent: str = "Stripe/1.0") -> Record:
    head = make_head(target="/s", headers=(("Content-Type", "application/json"), ("User-Agent", agent)))
    return make_record(make_capture(head, body), judgement=paid(event_id) if event_id else None)


@pytest.fixture
def kept(keep: Keep) -> None:
    keep(
        posted(b'{"id": "evt_1Nx3fgh2", "amount": 1500, "tags": ["a"]}', "evt_1"),
        posted(b'{"tags": ["a"], "id": "evt_1Nx3fgh3", "amount": 1500}', "evt_2"),
        posted(b'{"tags": ["a", "b"], "id": "evt_1Nx3fgh3", "amount": 2500}', "evt_2", "Stripe/1.1"),
        posted(b"plain"),
    )


def test_two_captures(cli: Cli, kept: None):
    done = cli("compare", "1", "3")
    assert done.code == 1
    assert done.lines == [
        "Capture 1 → capture 3",
        "",
        "Headers",
        "  ≠ User-Agent: Stripe/1.0 → Stripe/1.1",
        "",
        "Body",
        '  ≠ id: "evt_1Nx3fgh2" → "evt_1Nx3fgh3"',
        "  ≠ amount: 1500 → 2500",
        '  + tags[1]: "b"',
        "",
        "They differ in 1 header, 3 values of the body. 1 of them looks like an id or a time: leave it out with --ignore-ids.",
    ]


def test_the_previous_of_its_kind_is_no_other_try_of_the_same(cli: Cli, kept: None):
    assert cli("compare", "latest", "3").lines[0] == "Capture 4 → capture 3"
    assert cli("compare", "3").lines[0] == "Capture 1 → capture 3"
    assert cli("compare", "3", "--with", "previous").lines[0] == "Capture 1 → capture 3"


def test_another_try(cli: Cli, kept: None):
    assert cli("compare", "3", "--with", "retry").lines[0] == "Capture 2 → capture 3"
    assert cli("compare", "2", "--with", "retry").lines[0] == "Capture 2 → capture 3"


def test_what_is_ignored(cli: Cli, kept: None):
    done = cli("compare", "1", "2", "--ignore-ids")
    assert (done.code, done.lines[-1]) == (0, "Nothing differs. Ignored: 1 difference.")
    done = cli("compare", "1", "3", "--ignore", "id", "--ignore", "header:user-agent", "--ignore", "tags")
    assert (done.code, done.lines[-1]) == (1, "They differ in 1 value of the body. Ignored: 3 differences.")


def test_as_json(cli: Cli, kept: None):
    done = cli("compare", "1", "2", "--json")
    found = json.loads(done.out)
    assert (found["before"], found["after"], found["same"], found["body_by"]) == (1, 2, False, "value")
    assert found["changes"] == [
        {
            "place": "body",
            "name": "id",
            "kind": "changed",
            "before": '"evt_1Nx3fgh2"',
            "after": '"evt_1Nx3fgh3"',
            "looks_like_id_or_time": True,
            "ignored": False,
        }
    ]


def test_line_by_line(cli: Cli, kept: None):
    done = cli("compare", "1", "2", "--text", "--exact-headers")
    assert done.code == 1
    assert "  − {" not in done.lines
    assert any(line.startswith("  + ") for line in done.lines)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("4",), "Nothing tells which event capture 4 is"),
        (("1",), "There is no earlier capture of the same provider, event and path as capture 1."),
        (("1", "--with", "retry"), "Capture 1 came only once"),
        (("1", "9"), "There is no capture 9."),
    ],
)
def test_what_is_not_there(cli: Cli, kept: None, arguments: tuple[str, ...], words: str):
    done = cli("compare", *arguments)
    assert (done.code, done.raw) == (1, b"")
    assert words in done.err


@pytest.mark.parametrize(
    "arguments", [(), ("x",), ("1", "2", "--with", "retry"), ("1", "2", "--ignore", "."), ("1", "--with", "x")]
)
def test_wrong_usage(cli: Cli, kept: None, arguments: tuple[str, ...]):
    done = cli("compare", *arguments)
    assert (done.code, done.raw) == (2, b"")


def test_what_is_ignored_always(cli: Cli, kept: None, folder: DataFolder):
    save_setting(folder.settings, "compare.ignore", ("id", "tags"))
    assert cli("compare", "1", "2").lines[-1] == "Nothing differs. Ignored: 1 difference."
    assert cli("compare", "1", "3", "--ignore", "amount", "--ignore", "header:user-agent").code == 0
    assert cli("compare", "1", "2", "--count-all").code == 1
    assert cli("compare", "1", "2", "--count-all", "--ignore", "id").code == 0
