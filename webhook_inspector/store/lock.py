"""One writer at a time: a lock on `history.lock`, which also says who holds it.

The system lets go of the lock when the process ends, however it ends. The file stays: deleting it would let two
processes hold locks on two files of the same name.
"""

import json
import os
import sys
import threading
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.core.text import visible

_ATTEMPTS = 10
_PAUSE = 0.02
"""Seconds. `holder_of` takes the lock for a moment to find out whether it is free."""
_MOST = 1_000
"""Bytes of the file that are read."""


class FolderLock:
    """The lock of this process on the file at `path`; `words` say what it is, "webhook-inspector listen"."""

    def __init__(self, path: Path, words: str) -> None:
        self._path = path
        self._words = words
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Raises KnownError: `store-in-use` names the holder, `folder-unusable` the reason."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            self._wait(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        self.tell(self._words)

    def tell(self, words: str) -> None:
        """Changes the words that others read about us. Only while the lock is held."""
        self._words = words
        if self._descriptor is not None:
            _write(self._descriptor, json.dumps({"pid": os.getpid(), "words": words}).encode() + b"\n")

    def release(self) -> None:
        if self._descriptor is not None:
            _write(self._descriptor, b"")
            _unlock(self._descriptor)
            os.close(self._descriptor)
        self._descriptor = None

    def _wait(self, descriptor: int) -> None:
        for _ in range(_ATTEMPTS):
            try:
                if _lock(descriptor):
                    return
            except OSError as error:
                raise self._unusable(error) from error
            threading.Event().wait(_PAUSE)
        raise KnownError(Problem.of("store-in-use", holder=_holder(descriptor)))

    def _unusable(self, error: OSError) -> KnownError:
        return KnownError(Problem.of("folder-unusable", path=str(self._path.parent), reason=reason_of(error)))


def holder_of(path: Path) -> str | None:
    """`process 123 (webhook-inspector listen)` for whoever holds the lock at `path`; None where nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if _lock(descriptor):
            _unlock(descriptor)
            return None
        return _holder(descriptor)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(descriptor, _MOST))
        return visible(f"process {int(found['pid'])} ({found['words']})")
    except (ValueError, KeyError, TypeError):  # caught between two words, or not ours
        return "another process"


def _write(descriptor: int, line: bytes) -> None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, line)
        os.ftruncate(descriptor, len(line))
    except OSError:
        return  # a full disk: the lock holds without its words


if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30
    """Where the locked byte lies: Windows lets nobody read what is locked, and the words must be readable."""

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
