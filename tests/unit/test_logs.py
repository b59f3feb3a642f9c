import json
import logging
import stat
from pathlib import Path

import pytest

from webhook_inspector.logs import FILE_LIMIT, MESSAGE_LIMIT, PrivateFile, kept, write_failure
from webhook_inspector.options import GlobalOptions

_log = logging.getLogger("webhook_inspector.test")


def test_a_message_becomes_one_line_of_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    with kept(path, GlobalOptions()):
        _log.info("from %s", "a\r\nforged line\x1b[31m\u202e")
    line = path.read_text("utf-8")
    assert line.endswith(" INFO webhook_inspector.test: from a\\r\\nforged line\\x1b[31m\\u202e\n")
    assert line.count("\n") == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_to_log_makes_no_file_and_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kept(tmp_path / "log.txt", GlobalOptions()):
        _log.debug("too quiet")
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err == ""


def test_verbose_logs_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kept(tmp_path / "log.txt", GlobalOptions(verbose=1)):
        _log.info("said")
        _log.debug("not said")
    assert capsys.readouterr().err.endswith("INFO webhook_inspector.test: said\n")
    with kept(tmp_path / "log.txt", GlobalOptions(verbose=2)):
        _log.debug("said now")
    assert "said now" in capsys.readouterr().err


def test_json_log_has_one_object_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected_log: object
) -> None:
    assert callable(expected_log)
    expected_log("failed")
    with kept(tmp_path / "log.txt", GlobalOptions(json_log=True)):
        _log.error("failed\n%s", "é", exc_info=ValueError("bad\nvalue"))
    line = json.loads(capsys.readouterr().err)
    assert line["level"] == "error"
    assert line["logger"] == "webhook_inspector.test"
    assert line["message"] == "failed\\né"
    assert line["time"].endswith("Z")
    assert any("ValueError" in part for part in line["traceback"])


def test_afterwards_logging_is_as_before(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    with kept(tmp_path / "log.txt", GlobalOptions(verbose=2)):
        assert (root.level, list(root.handlers)) != before
    assert (root.level, list(root.handlers)) == before


def test_a_long_message_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    with kept(path, GlobalOptions()):
        _log.info("x" * (MESSAGE_LIMIT + 5))
    assert path.read_text("utf-8").endswith("x… 5 more\n")


def test_the_file_rotates(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * FILE_LIMIT)
    with kept(path, GlobalOptions()):
        _log.info("first of the new file")
    assert path.stat().st_size < 1000
    assert (tmp_path / "log.txt.1").stat().st_size == FILE_LIMIT


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kept(tmp_path / "missing" / "log.txt", GlobalOptions()):
        _log.info("lost")
    assert capsys.readouterr().err == ""


def test_a_bug_is_written_with_its_traceback(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    with pytest.raises(ZeroDivisionError) as caught:
        1 / 0  # noqa: B018
    assert write_failure(path, caught.value)
    assert not write_failure(tmp_path / "missing" / "log.txt", caught.value)
    assert write_failure(path, ValueError("\x1b[2J"))
    text = path.read_text("utf-8")
    assert "CRITICAL webhook_inspector: unexpected failure\n    Traceback" in text
    assert "1 / 0" in text
    assert "ValueError: \\x1b[2J" in text


def test_a_private_file_stays_private_when_it_rotates(tmp_path: Path) -> None:
    handler = PrivateFile(tmp_path / "log.txt")
    handler.emit(logging.LogRecord("x", logging.INFO, "", 0, "one", None, None))
    handler.doRollover()
    handler.emit(logging.LogRecord("x", logging.INFO, "", 0, "two", None, None))
    handler.close()
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
