import subprocess
import sys

import click
import pytest

from webhook_inspector import __version__
from webhook_inspector.cli import COMMANDS, EXAMPLES, NAME, group
from webhook_inspector.options import GLOBAL_OPTIONS, GlobalOptions

HEAVY = ("PySide6", "aiohttp", "qasync", "sqlite_utils", "sqlite3", "pygments", "asyncio", "platformdirs")


def imported(code: str) -> set[str]:
    """The modules there are after running `code` in a fresh interpreter."""
    program = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] if not name.startswith("webhook") else name for name in done.stderr.split()}


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    assert not imported("import webhook_inspector.cli").intersection(HEAVY)


def test_help_of_list_imports_nothing_heavy_and_no_other_command() -> None:
    found = imported("from webhook_inspector.cli.edge import run\nassert run(['list', '--help']) == 0")
    assert not found.intersection(HEAVY)
    ours = {name for name in found if name.startswith("webhook_inspector")}
    for_the_filter = {name for name in ours if name.startswith(("webhook_inspector.search", "webhook_inspector.core"))}
    assert "webhook_inspector.search.parse" not in ours
    assert ours - for_the_filter == {
        "webhook_inspector",
        "webhook_inspector.cli",
        "webhook_inspector.cli.command",
        "webhook_inspector.cli.edge",
        "webhook_inspector.cli.filters",
        "webhook_inspector.cli.listing",
        "webhook_inspector.cli.streams",
        "webhook_inspector.options",
    }


@pytest.mark.parametrize("module", COMMANDS.values())
def test_no_command_needs_qt(module: str) -> None:
    assert "PySide6" not in imported(f"import webhook_inspector.cli.{module}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    context = click.Context(group, info_name=NAME)
    command = group.get_command(context, name)
    assert command is not None
    text = command.get_help(click.Context(command, info_name=name, parent=context))
    assert f"Usage: {NAME} {name} " in text
    assert f"\nExamples:\n  {NAME} " in text
    assert "--json " in text
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert max(map(len, text.splitlines())) <= 100
    assert command.get_short_help_str(60).endswith(".")
    assert not command.get_short_help_str(60).endswith("...")


def test_the_group_shows_commands_options_and_examples() -> None:
    text = group.get_help(click.Context(group, info_name=NAME))
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert all(flag in text for row in GLOBAL_OPTIONS for flag in row.flags)
    assert all(f"\n  {example}\n" in text + "\n" for example in EXAMPLES)


def test_examples_are_commands_that_exist() -> None:
    context = click.Context(group, info_name=NAME)
    commands = [group.get_command(context, name) for name in COMMANDS]
    examples = [*EXAMPLES, *(line for command in commands for line in command.examples)]  # type: ignore[union-attr]
    for line in examples:
        assert line.startswith(NAME)


def test_global_options_reach_the_command() -> None:
    with group.make_context(NAME, ["--data-dir", "x", "--lang", "en", "--json-log", "-vv", "list"]) as context:
        context.invoke(group.callback, **context.params)  # type: ignore[arg-type]
        assert context.obj == GlobalOptions("x", "en", json_log=True, verbose=2)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.exceptions.Exit):
        group.make_context(NAME, ["--version"])
    assert capsys.readouterr().out == f"{NAME} {__version__}\n"
