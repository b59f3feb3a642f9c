from collections.abc import Callable

import pytest

from webhook_inspector.cli.complaints import log_shows, warn, warn_all
from webhook_inspector.core.problem import Problem
from webhook_inspector.options import GlobalOptions


def test_a_warning_is_logged_and_said_once(
    capsys: pytest.CaptureFixture[str], expected_log: Callable[[str], None]
) -> None:
    expected_log("odd")
    warn("odd\x1b", GlobalOptions())
    assert capsys.readouterr() == ("", "odd\\x1b\n")
    warn("odd", GlobalOptions(verbose=1))
    assert capsys.readouterr() == ("", "")
    assert log_shows(GlobalOptions(json_log=True))
    assert not log_shows(GlobalOptions())


def test_problems_are_said_in_sentences(
    capsys: pytest.CaptureFixture[str], expected_log: Callable[[str], None]
) -> None:
    expected_log("no capture")
    warn_all((Problem.of("no-capture", id=1), Problem.of("no-capture", id=2)), GlobalOptions())
    assert capsys.readouterr().err == "There is no capture 1.\nThere is no capture 2.\n"
