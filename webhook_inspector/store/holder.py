"""Which process holds the lock that keeps us from writing. Linux tells it in /proc/locks; elsewhere nobody does."""

import os
from pathlib import Path

from webhook_inspector.core.text import show
from webhook_inspector.store.files import INDEX, beside

_LOCKS = Path("/proc/locks")


def holder_of(path: Path) -> str | None:
    """`process 123 (sqlite3)` for the process that locks the history at `path`; None where that cannot be known."""
    try:
        inodes = {file.stat().st_ino for file in (path, beside(path, INDEX)) if file.exists()}
        found = find_holder(_LOCKS.read_text("ascii", "replace"), inodes, os.getpid())
        return None if found is None else f"process {found} ({_command(found)})"
    except OSError:
        return None


def find_holder(locks: str, inodes: set[int], own: int) -> int | None:
    """The first process but `own` with a write lock on one of `inodes`.

    A line of /proc/locks: `1: POSIX  ADVISORY  WRITE 1234 fd:00:131 120 120` (proc_locks(5)). Devices are not compared:
    stacked file systems show another one than stat does.
    """
    for line in locks.splitlines():
        words = line.split()
        if len(words) < 8 or words[3] != "WRITE":
            continue
        process, inode = words[4], words[5].rpartition(":")[2]
        if inode.isdigit() and int(inode) in inodes and process.isdigit() and int(process) not in {0, own}:
            return int(process)
    return None


def _command(process: int) -> str:
    program = Path(f"/proc/{process}/cmdline").read_bytes().partition(b"\0")[0]
    return show(program.rpartition(b"/")[2])
