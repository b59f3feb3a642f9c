import logging
from pathlib import Path

import click
import pytest

from webhook_inspector.cli.command import Command, CommandGroup, Exemplified
from webhook_inspector.options import GlobalOptions


def work() -> None:
    """Do the work."""
    logging.getLogger("work").info("done")


COMMAND = Command("work", callback=work, examples=("webhook-inspector work", "webhook-inspector work --hard"))


def invoke(tmp_path: Path, *arguments: str) -> None:
    with COMMAND.make_context("work", list(arguments), obj=GlobalOptions(data_dir=str(tmp_path))) as context:
        COMMAND.invoke(context)


def test_a_log_is_kept_while_it_runs(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    invoke(tmp_path)
    assert "INFO work: done" in (tmp_path / "log.txt").read_text("utf-8")
    assert logging.getLogger().handlers == before


def test_help_touches_no_file_and_ends_with_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.exceptions.Exit):
        invoke(tmp_path, "--help")
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out.endswith("\nExamples:\n  webhook-inspector work\n  webhook-inspector work --hard\n")


def test_a_group_does_something_alone_and_keeps_one_log_for_its_commands(tmp_path: Path) -> None:
    group = CommandGroup("many", callback=work, examples=("webhook-inspector many",))
    group.add_command(Exemplified("one", callback=work, examples=("webhook-inspector many one",)))
    for arguments, times in ([], 1), (["one"], 3):
        with group.make_context("many", arguments, obj=GlobalOptions(data_dir=str(tmp_path))) as context:
            group.invoke(context)
        assert (tmp_path / "log.txt").read_text("utf-8").count("INFO work: done") == times


def test_a_command_of_a_group_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    command = Exemplified("one", callback=work, examples=("webhook-inspector many one",))
    with pytest.raises(click.exceptions.Exit):
        command.make_context("one", ["--help"])
    assert capsys.readouterr().out.endswith("\nExamples:\n  webhook-inspector many one\n")
