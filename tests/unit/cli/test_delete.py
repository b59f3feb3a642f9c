import json
from collections.abc import Callable

import pytest

from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.lock import FolderLock

Cli = Callable[..., object]


def listed(cli: Cli) -> list[int]:
    return [json.loads(line)["id"] for line in cli("list", "--json").lines]


def test_those_that_are_named(cli: Cli, three: list[Record]) -> None:
    done = cli("delete", "--id", "1", "--id", "latest")
    assert (done.code, done.out) == (0, "deleted 2 captures; webhook-inspector undelete brings them back\n")
    assert listed(cli) == [2]
    assert cli("show", "1").err == "There is no capture 1.\n"
    assert cli("delete", "--id", "1").code == 1


def test_those_that_match_but_no_pinned_ones(cli: Cli, three: list[Record]) -> None:
    cli("mark", "1", "--pin")
    assert cli("delete", "plain").out == "deleted 0 captures\n"
    assert json.loads(cli("delete", "--json", "hi").out) == {"deleted": 1}
    assert listed(cli) == [1, 3]


def test_all_but_pinned_ones(cli: Cli, three: list[Record]) -> None:
    cli("mark", "2", "--pin")
    cli("delete", "--all")
    assert listed(cli) == [2]
    cli("delete", "--id", "2")
    assert listed(cli) == []


@pytest.mark.parametrize(
    "arguments", [(), ("x", "--all"), ("--id", "1", "--all"), ("x", "--id", "1"), ("size:>>1",), ("",), (" ", "")]
)
def test_one_way_to_choose(cli: Cli, three: list[Record], arguments: tuple[str, ...]) -> None:
    assert cli("delete", *arguments).code == 2
    assert listed(cli) == [1, 2, 3]


def test_not_beside_another_process(cli: Cli, three: list[Record], folder: DataFolder) -> None:
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    try:
        done = cli("delete", "--all")
    finally:
        lock.release()
    assert (done.code, "already in use" in done.err) == (1, True)
    assert listed(cli) == [1, 2, 3]
