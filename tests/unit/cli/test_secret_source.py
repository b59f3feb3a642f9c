import io
import sys

import click
import pytest

from webhook_inspector.cli.secret_source import secret_from
from webhook_inspector.core.problem import KnownError


class Input(io.TextIOWrapper):
    def __init__(self, raw: bytes, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(raw), "utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(b"-----BEGIN\nx\n"))
    assert secret_from("-") == "-----BEGIN\nx"


def test_a_terminal_asks_without_showing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def prompt(*_words: str, hide_input: bool, err: bool, **_more: str) -> str:
        asked.append((hide_input, err))
        return "whsec_x"

    monkeypatch.setattr(sys, "stdin", Input(b"", terminal=True))
    monkeypatch.setattr(click, "prompt", prompt)
    assert secret_from("-") == "whsec_x"
    assert asked == [(True, True)]


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "pasted-nothing"), (b" \n", "pasted-nothing"), (b"\xff", "file-unreadable")]
)
def test_no_secret(monkeypatch: pytest.MonkeyPatch, raw: bytes, code: str) -> None:
    monkeypatch.setattr(sys, "stdin", Input(raw))
    with pytest.raises(KnownError) as caught:
        secret_from("-")
    assert caught.value.problem.code == code


def test_from_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIVEN", "whsec_x")
    assert secret_from("env:GIVEN") == "whsec_x"
    monkeypatch.setenv("GIVEN", "")
    with pytest.raises(KnownError):
        secret_from("env:GIVEN")
    with pytest.raises(click.BadParameter):
        secret_from("whsec_x")
