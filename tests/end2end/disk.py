"""A small disk of a test's own: a tmpfs, where the machine lets us mount one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, *, megabytes: int = 4, read_only: bool = False) -> Iterator[Path]:
    """Skips the test where mounting is not allowed (it needs root on Linux)."""
    place.mkdir(parents=True, exist_ok=True)
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux to mount a small disk")
    options = f"size={megabytes}m" + (",ro" if read_only else "")
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False
    ).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def make_writable(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
