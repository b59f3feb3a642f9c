import json
from collections.abc import Callable

from tests.unit.cli.test_delete import listed
from webhook_inspector.core.capture import Record

Cli = Callable[..., object]


def test_the_latest_deletion_comes_back_first(cli: Cli, three: list[Record]) -> None:
    cli("delete", "--id", "1")
    cli("delete", "--id", "2", "--id", "3")
    assert cli("undelete").out == "brought back 2 captures\n"
    assert listed(cli) == [2, 3]
    assert json.loads(cli("undelete", "--json").out) == {"restored": 1}
    done = cli("undelete")
    assert (done.code, done.err) == (1, "There is no deletion that can be undone.\n")


def test_everything_comes_back(cli: Cli, three: list[Record]) -> None:
    cli("delete", "--id", "1")
    cli("delete", "--id", "2")
    assert [line.partition("  ")[2] for line in cli("undelete", "--list").lines] == ["1 capture", "1 capture"]
    assert [json.loads(line)["captures"] for line in cli("undelete", "--list", "--json").lines] == [1, 1]
    assert cli("undelete", "--all").out == "brought back 2 captures\n"
    assert listed(cli) == [1, 2, 3]
