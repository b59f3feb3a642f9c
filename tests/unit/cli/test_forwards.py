import json
from collections.abc import Callable

import pytest

from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.forwards import load_forwards
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.lock import FolderLock

Cli = Callable[..., object]
APP = ("forwards", "add", "My app", "http://localhost:3000")


def test_rules_are_added_listed_changed_and_removed(cli: Cli, folder: DataFolder) -> None:
    assert cli("forwards").lines[0].startswith("There are no forward rules.")
    done = cli(
        *APP, "--filter", "sig:valid", "--endpoint", "stripe/", "--set-header", "X-Env: test", "--drop-header", "Cookie"
    )
    assert done.out == "added My app  /stripe sig:valid → http://localhost:3000\n"
    assert (
        cli(
            "forwards",
            "add",
            "My app",
            "http://localhost:4000",
            "--sign",
            "--in-order",
            "--attempts",
            "3",
            "--mode",
            "proxy",
            "--fallback",
            "504",
        ).code
        == 0
    )
    expected = ForwardRule(
        "My app",
        ("http://localhost:4000",),
        "/stripe",
        "sig:valid",
        set_headers=(("X-Env", "test"),),
        drop_headers=("Cookie",),
        mode=Mode.PROXY,
        fallback=504,
        sign=True,
        in_order=True,
        attempts=3,
    )
    assert load_forwards(folder.settings) == (expected,)
    (found,) = [json.loads(line) for line in cli("forwards", "--json").lines]
    assert (found["set_headers"], found["waiting"], found["all_paused"]) == ({"X-Env": "test"}, 0, False)
    assert cli("forwards").lines == [
        "My app  /stripe sig:valid → http://localhost:4000  (answers for us, signed again, in order)"
    ]
    assert cli("forwards", "remove", "My app").out == "removed My app\n"
    assert load_forwards(folder.settings) == ()


def test_one_pauses_and_goes_on(cli: Cli, folder: DataFolder) -> None:
    cli(*APP)
    assert cli("forwards", "pause", "My app").out == "paused My app\n"
    assert cli("forwards").lines == ["My app  all → http://localhost:3000  (paused)"]
    assert cli("forwards", "resume", "My app").out == "resumed My app\n"
    assert not load_forwards(folder.settings)[0].paused


def test_all_pause_and_go_on(cli: Cli) -> None:
    cli(*APP)
    assert cli("forwards", "pause").out == "paused forwarding\n"
    assert cli("forwards").lines[0] == "Forwarding pauses as a whole: webhook-inspector forwards resume"
    assert cli("forwards", "resume").out == "resumed forwarding\n"
    assert len(cli("forwards").lines) == 1


def test_what_stands_in_the_history_is_not_changed_beside_who_captures(cli: Cli, folder: DataFolder) -> None:
    cli(*APP)
    lock = FolderLock(folder.lock, "the window")
    lock.acquire()
    try:
        for arguments in (["pause"], ["retry", "My app"]):
            done = cli("forwards", *arguments)
            assert (done.code, done.out) == (1, "")
            assert "the window" in done.err
        assert cli("forwards", "pause", "My app").code == 0
    finally:
        lock.release()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["add", "A", "ftp://x"], 1, "Nothing can be sent by ftp"),
        (["add", "A", "http://x", "--attempts", "0"], 1, "attempts needs a whole number"),
        (["add", "A", "http://x", "--filter", "staus:x"], 2, "staus"),
        (["add", "A", "http://x", "--set-header", "X"], 2, "is not NAME: VALUE"),
        (["add", "A", "http://x", "--set-header", "Host: x"], 1, "made anew for each request"),
        (["remove", "A"], 1, "There is no forward rule A. There are: –."),
        (["pause", "A"], 1, "There is no forward rule A."),
        (["retry", "A"], 1, "There is no forward rule A."),
        (["--json", "remove", "A"], 2, "--json is for the list"),
    ],
)
def test_what_goes_wrong(cli: Cli, folder: DataFolder, arguments: list[str], code: int, words: str) -> None:
    done = cli("forwards", *arguments)
    assert (done.code, done.out) == (code, "")
    assert words in " ".join(done.err.split())
    assert load_forwards(folder.settings) == ()
