from typing import Any

import click
from click.testing import CliRunner

from webhook_inspector.cli import send_options as given


def test_each_kind_becomes_the_parameters_that_are_named() -> None:
    for decorate, names in (
        (given.connection_options, given.CONNECTION),
        (given.signing_options, given.SIGNING),
        (given.repetition_options, given.REPETITION),
        (given.selection_options, given.SELECTION),
    ):
        command = click.command()(decorate(lambda **_: None))
        assert sorted(one.name or "" for one in command.params) == sorted(names)
        assert given.chosen({**dict.fromkeys(names, 1), "other": 2}, names) == dict.fromkeys(names, 1)


def test_nothing_is_repeated_and_thirty_seconds_are_waited_unless_it_is_asked() -> None:
    found: dict[str, Any] = {}
    command = click.command()(given.connection_options(given.repetition_options(lambda **asked: found.update(asked))))
    assert CliRunner().invoke(command, []).exit_code == 0
    assert found == {
        "timeout": 30,
        "ca": None,
        "insecure": False,
        "no_proxy": False,
        "repeat": 1,
        "at_once": None,
        "rate": None,
    }
    assert CliRunner().invoke(command, ["--rate", "0"]).exit_code == 2
