import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from webhook_inspector import __main__ as door
from webhook_inspector.options import GlobalOptions


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[GlobalOptions]:
    """Stands in for the window, and remembers what it was opened with."""
    calls: list[GlobalOptions] = []

    def run(options: GlobalOptions) -> int:
        calls.append(options)
        return 7

    window: Any = ModuleType("webhook_inspector.ui.app")
    window.run = run
    monkeypatch.setitem(sys.modules, "webhook_inspector.ui.app", window)
    return calls


def start(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["webhook-inspector", *arguments])
    return door.main()


def test_no_command_opens_the_window(monkeypatch: pytest.MonkeyPatch, opened: list[GlobalOptions]) -> None:
    assert start(monkeypatch) == 7
    assert start(monkeypatch, "--data-dir", "x", "--lang=pt_BR", "-vv") == 7
    assert opened == [GlobalOptions(), GlobalOptions("x", "pt_BR", verbose=2)]


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["list", "--help"], 0), (["--lang", "xx"], 2)])
def test_anything_else_is_for_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
    opened: list[GlobalOptions],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
) -> None:
    assert start(monkeypatch, *arguments) == code
    assert opened == []
    assert capsys.readouterr() != ("", "")


def missing(name: str) -> type:
    class Finder:
        @staticmethod
        def find_spec(found: str, _path: object = None, _target: object = None) -> None:
            if found == "webhook_inspector.ui.app":
                raise ImportError("libEGL.so.1: cannot open shared object file", name=name)

    return Finder


def test_without_qt_s_libraries_a_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "webhook_inspector.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [missing("PySide6.QtGui"), *sys.meta_path])
    assert start(monkeypatch) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("The window cannot open: libEGL.so.1: cannot open shared object file.")


def test_our_own_import_errors_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "webhook_inspector.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [missing("webhook_inspector.nothing"), *sys.meta_path])
    with pytest.raises(ImportError):
        start(monkeypatch)


def test_nothing_is_imported_before_the_window_is_chosen() -> None:
    program = "import webhook_inspector.__main__, sys; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"click", "PySide6", "asyncio", "webhook_inspector.cli"}.intersection(found)
