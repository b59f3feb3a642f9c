"""Fixtures for the commands: a history that has something in it, and the command line run inside the test's process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli.edge import run
from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.writer import Writer

Keep = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def keep(folder: DataFolder) -> Keep:
    """Puts records into the history of `folder`."""

    def keep_them(*records: Record) -> None:
        writer = Writer(
            folder.history, on_done=lambda _done: None, on_fault=lambda _problem: None, on_notice=lambda _problem: None
        )
        writer.open()
        writer.start()
        for record in records:
            assert writer.submit(record, None)
        writer.stop()

    return keep_them


@pytest.fixture
def cli(folder: DataFolder, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Outcome]:
    """Runs a command on `folder`."""

    def run_it(*arguments: str) -> Outcome:
        code = run(["--data-dir", str(folder.path), *arguments])
        sys.stdout.flush()
        raw, err = capfdbinary.readouterr()
        return Outcome(code, raw, err.decode())

    return run_it


@pytest.fixture
def three(keep: Keep) -> list[Record]:
    """The history has three captures: /a with text, /b with JSON, /c with bytes."""
    bodies = {"/a": b"plain words", "/b": b'{"hi":1}', "/c": b"\x00\xff\r\n"}
    records = [make_record(make_capture(make_head("POST", target), body)) for target, body in bodies.items()]
    keep(*records)
    return [record.with_id(number) for number, record in enumerate(records, 1)]
