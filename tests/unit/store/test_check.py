import threading
from pathlib import Path

import pytest

from webhook_inspector.store.check import QuickCheck
from webhook_inspector.store.files import Identity, identity

LONG = 60


@pytest.fixture
def found() -> list[Identity]:
    return []


def run(path: Path, found: list[Identity]) -> None:
    check = QuickCheck(path, found.append, delay=0)
    check.start()
    check._thread.join(10)
    check.stop()


def test_a_sound_file_is_nothing_to_tell(filled: Path, found: list[Identity]):
    before = filled.read_bytes()
    run(filled, found)
    assert found == []
    assert filled.read_bytes() == before


def test_a_damaged_page_is_told_with_the_file(filled: Path, found: list[Identity], expected_log):
    expected_log("the history is damaged")
    with filled.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xaa" * 4096)
    run(filled, found)
    assert found == [identity(filled)]


def test_noise_is_told(path: Path, found: list[Identity], expected_log):
    expected_log("the history is damaged")
    path.write_bytes(b"noise" * 2000)
    run(path, found)
    assert found == [identity(path)]


def test_a_missing_file_is_no_damage(path: Path, found: list[Identity]):
    run(path, found)
    assert found == []


def test_it_can_be_stopped_before_it_begins(filled: Path, found: list[Identity]):
    check = QuickCheck(filled, found.append, delay=LONG)
    check.stop()
    check = QuickCheck(filled, found.append, delay=LONG)
    check.start()
    check.stop()
    assert not check._thread.is_alive()


def test_it_can_be_stopped_while_it_reads(filled: Path, found: list[Identity], monkeypatch: pytest.MonkeyPatch):
    begun = threading.Event()
    check = QuickCheck(filled, found.append, delay=0)

    class Slow:
        """A connection whose question ends only when it is interrupted, at the third attempt."""

        interrupts = 0

        def execute(self, _sql: str) -> "Slow":
            begun.set()
            while self.interrupts < 3:
                threading.Event().wait(0.01)
            return self

        def fetchone(self) -> tuple[str]:
            return ("damaged, but stopped",)

        def interrupt(self) -> None:
            self.interrupts += 1

        def close(self) -> None:
            pass

    monkeypatch.setattr("webhook_inspector.store.check.connect_reading", lambda _path: Slow())
    check.start()
    assert begun.wait(10)
    check.stop()
    assert not check._thread.is_alive()
    assert found == []
