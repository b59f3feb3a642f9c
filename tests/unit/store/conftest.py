"""Fixtures of the store: whatever they start is ended, whatever they mount is unmounted."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.store.stage import Bench, Other, mount
from webhook_inspector.store import writer as writer_module
from webhook_inspector.store.reader import Reader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer looks at its files, and out of its faults, many times a second."""
    monkeypatch.setattr(writer_module, "BEAT", 0.03)
    monkeypatch.setattr(writer_module, "QUIET", 0.02)


@pytest.fixture
def bench(path: Path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(where: Path = path, **options: object) -> Bench:
        made.append(Bench(where, **options))
        return made[-1]

    yield make
    for one in made:
        one.stop()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)):
        pytest.skip("needs the right to mount a tmpfs")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def other() -> Iterator[Callable[..., Other]]:
    made: list[Other] = []

    def make(path: Path, *statements: str) -> Other:
        made.append(Other(path, *statements))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.fixture
def filled(path: Path, bench: Callable[..., Bench]) -> Path:
    """A history of 50 captures that nobody has open."""
    one = bench().start()
    one.keep(50)
    one.stop()
    return path


@pytest.fixture
def reader(filled: Path) -> Iterator[Reader]:
    found = Reader(filled)
    yield found
    found.close()
