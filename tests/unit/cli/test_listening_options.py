import click
from click.testing import CliRunner

from webhook_inspector.cli.listening_options import NAMES, listening_options


def test_a_command_gets_them_all() -> None:
    given: dict[str, object] = {}
    command = click.command(listening_options(lambda **values: given.update(values)))
    endpoints = ["--endpoint", "/a", "--endpoint", "/b=stripe"]
    arguments = ["--host", "h", "--port", "1", *endpoints, "--secret", "/a=env:X", "--setting", "/a:b=c"]
    assert CliRunner().invoke(command, arguments).exit_code == 0
    assert set(given) == set(NAMES)
    assert given["endpoints"] == ("/a", "/b=stripe")
    assert CliRunner().invoke(command, ["--port", "65536"]).exit_code == 2
