import json
from collections.abc import Callable

import click
import pytest

from webhook_inspector.cli.show import capture_number
from webhook_inspector.core.capture import Record

Cli = Callable[..., object]


@pytest.mark.parametrize(("value", "number"), [("7", 7), ("latest", -1), ("-1", -1), ("-12", -12), ("007", 7)])
def test_numbers(value: str, number: int) -> None:
    assert capture_number(value) == number


@pytest.mark.parametrize("value", ["", "0", "-0", "x", "1.5", "--1", "1_0", "٣", "1" * 19, " 1"])
def test_what_is_no_number(value: str) -> None:
    with pytest.raises(click.BadParameter):
        capture_number(value)


def test_the_parts_of_a_capture(cli: Cli, three: list[Record]) -> None:
    capture = three[2].capture
    assert cli("show", "3", "--raw").raw == capture.head + capture.body
    assert cli("show", "latest", "--body").raw == capture.body
    assert cli("show", "-1", "--headers").lines == ["Host: 127.0.0.1:8787", "Content-Type: application/json"]
    assert json.loads(cli("show", "--json", "-3").out)["target"] == "/a"
    assert cli("show", "2").lines[0] == "Capture 2"


def test_what_is_not_there(cli: Cli, three: list[Record]) -> None:
    done = cli("show", "9")
    assert (done.code, done.raw, done.err) == (1, b"", "There is no capture 9.\n")


@pytest.mark.parametrize("arguments", [[], ["x"], ["1", "--rwa"], ["1", "2"], ["--raw"]])
def test_wrong_usage(cli: Cli, three: list[Record], arguments: list[str]) -> None:
    done = cli("show", *arguments)
    assert (done.code, done.raw) == (2, b"")
    assert "Usage: webhook-inspector show" in done.err
