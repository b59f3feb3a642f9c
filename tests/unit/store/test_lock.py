import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.lock import FolderLock, holder_of

HOLD = """
import sys
from pathlib import Path
from webhook_inspector.store.lock import FolderLock
FolderLock(Path(sys.argv[1]), "webhook-inspector listen").acquire()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def lock_path(tmp_path: Path) -> Path:
    return tmp_path / "history.lock"


@pytest.fixture
def holder(lock_path: Path):
    root = Path(__file__).parents[3]
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    )
    assert process.stdout.readline() == b"ready\n"
    yield process
    process.kill()
    process.communicate(timeout=10)


def test_the_second_is_told_who_was_first(lock_path: Path, holder: subprocess.Popen):
    words = f"process {holder.pid} (webhook-inspector listen)"
    assert holder_of(lock_path) == words
    with pytest.raises(KnownError) as caught:
        FolderLock(lock_path, "me too").acquire()
    assert caught.value.problem == Problem.of("store-in-use", holder=words)


def test_a_killed_process_holds_nothing(lock_path: Path, holder: subprocess.Popen):
    holder.kill()
    holder.communicate(timeout=10)
    assert holder_of(lock_path) is None
    lock = FolderLock(lock_path, "next")
    lock.acquire()
    lock.release()


def test_what_is_released_is_free(lock_path: Path):
    lock = FolderLock(lock_path, "first")
    for _ in range(2):
        lock.acquire()
        assert holder_of(lock_path) == f"process {os.getpid()} (first)"
        lock.release()
        assert holder_of(lock_path) is None
    lock.release()  # once more does no harm


def test_the_words_can_change_and_are_one_line_of_json(lock_path: Path):
    lock = FolderLock(lock_path, "a rather long first sentence about it")
    lock.acquire()
    lock.tell("short\x1b[31m")
    line = lock_path.read_bytes()
    assert line.endswith(b"}\n")
    assert json.loads(line) == {"pid": os.getpid(), "words": "short\x1b[31m"}
    assert holder_of(lock_path) == f"process {os.getpid()} (short\\x1b[31m)"
    assert stat.S_IMODE(lock_path.stat().st_mode) == 0o600
    lock.release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": "x", "words": 1}', bytes(5000)])
def test_a_holder_without_readable_words_is_still_one(lock_path: Path, content: bytes):
    lock = FolderLock(lock_path, "x")
    lock.acquire()
    lock_path.write_bytes(content)
    assert holder_of(lock_path) == "another process"
    lock.release()


def test_a_missing_folder_is_said(tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        FolderLock(tmp_path / "gone" / "history.lock", "x").acquire()
    assert caught.value.problem.code == "folder-unusable"
    assert holder_of(tmp_path / "gone" / "history.lock") is None
