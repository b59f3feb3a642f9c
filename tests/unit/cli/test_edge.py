import json
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from webhook_inspector.cli import edge
from webhook_inspector.core.problem import KnownError, Problem

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command whose whole work is the given function."""

    def run_it(work: Callable[[], object], *options: str) -> int:
        group = click.Group(
            "program", params=[click.Option(["--data-dir"]), click.Option(["--json-log"], is_flag=True)]
        )
        group.params.append(click.Option(["-v", "verbose"], count=True))
        group.callback = lambda **_: None
        group.add_command(click.Command("work", callback=work))
        monkeypatch.setattr(edge, "group", group)
        return edge.run(["--data-dir", str(tmp_path), *options, "work"])

    return run_it


def raising(error: BaseException) -> Callable[[], object]:
    def work() -> None:
        raise error

    return work


def test_a_command_that_does_its_work_gives_0(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: None) == 0
    assert run(lambda: 1) == 1
    assert capsys.readouterr() == ("", "")


def test_a_known_fault_is_one_sentence(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    error = KnownError(Problem.of("file-unreadable", path="a\nb\x1b[m", reason="no"))
    assert run(raising(error)) == 1
    assert capsys.readouterr() == ("", "Cannot read a\\nb\\x1b[m: no\n")


def test_a_known_fault_is_json_in_a_json_log(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raising(KnownError(Problem.of("no-capture", id=7))), "--json-log") == 1
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["message"]) == ("error", "There is no capture 7.")


def test_wrong_usage_gives_2(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raising(click.UsageError("Both at once."))) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Usage:" in err
    assert "Both at once." in err


def test_ctrl_c_gives_130_and_no_word(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raising(KeyboardInterrupt())) == 130
    assert capsys.readouterr() == ("", "")


def test_a_bug_is_one_sentence_and_its_traceback_is_in_the_log(
    run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(raising(ZeroDivisionError("\x1b[2J"))) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.isprintable() or err[:-1].isprintable()
    assert str(tmp_path / "log.txt") in err
    log = tmp_path / "log.txt"
    assert "ZeroDivisionError: \\x1b[2J" in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_bug_shows_its_traceback_to_who_asks_for_all(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raising(ZeroDivisionError("x")), "-v", "-v") == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_without_a_place_for_the_log_is_still_told(
    run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(raising(ZeroDivisionError("x")), "--data-dir", str(tmp_path / "file")) == 1
    capsys.readouterr()
    (tmp_path / "other").write_text("no folder")
    assert run(raising(ZeroDivisionError("x")), "--data-dir", str(tmp_path / "other")) == 1
    assert "-vv" in capsys.readouterr().err


def test_sigterm_unwinds(run: Run) -> None:
    before = signal.getsignal(signal.SIGTERM)
    cleaned: list[bool] = []

    def work() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()
        finally:
            cleaned.append(True)

    with pytest.raises(SystemExit) as caught:
        run(work)
    assert caught.value.code == 143
    assert cleaned == [True]
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize("option", ["--data-dir", "--json-log", "--lang", "-v"])
def test_a_global_option_after_the_command_is_explained(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert edge.run(["list", option]) == 2
    assert f"{option} stands before the command: webhook-inspector {option}" in capsys.readouterr().err


def test_help_and_version_give_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert edge.run(["--version"]) == 0
    assert capsys.readouterr().out == "webhook-inspector 0.1.0\n"
    assert edge.run(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: webhook-inspector")


def test_an_unknown_command_gives_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert edge.run(["klingon"]) == 2
    assert "klingon" in capsys.readouterr().err
