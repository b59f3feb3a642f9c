"""The files of a history: made private, known by their identity, set aside under names that cannot be overlooked."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

Identity = tuple[int, int]
"""Device and inode: what a file is, whatever it is called."""

LOG = "-wal"
INDEX = "-shm"


def beside(path: Path, suffix: str) -> Path:
    """The file that SQLite keeps beside the database at `path`: its write-ahead log or the index of that."""
    return path.with_name(path.name + suffix)


def identity(path: Path | str) -> Identity | None:
    """None where there is no such file, or none that we may look at."""
    try:
        found = os.stat(path)  # noqa: PTH116 (asked twice for every commit: a Path costs more than the question)
    except OSError:
        return None
    return found.st_dev, found.st_ino


@dataclass(frozen=True, slots=True)
class Place:
    """Which files lie where the history should be.

    SQLite does not notice when they are renamed or deleted: commits go on succeeding, into a file without a name.
    """

    database: Identity | None
    log: Identity | None

    @classmethod
    def of(cls, path: Path) -> "Place":
        return cls(identity(path), identity(f"{path}{LOG}"))


def create(path: Path) -> bool:
    """Makes an empty private file where there is none. Whether the file is new: made, or still empty."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return path.stat().st_size == 0
    return True


def replace(part: Path, whole: Path) -> None:
    """Gives a finished file its name, and makes sure that both are on the disk."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(whole)


def set_aside(path: Path, kind: str) -> Path:
    """Renames the database with its log to `history.db.KIND-20261124-083000`; no connection of ours may be open to it.

    The log keeps the name that belongs to the new one, so that what it holds is still found.
    """
    name = f"{path.name}.{kind}-{time.strftime('%Y%m%d-%H%M%S')}"
    aside = path.with_name(name)
    tries = 1
    while os.path.lexists(aside):
        tries += 1
        aside = path.with_name(f"{name}-{tries}")
    if beside(path, LOG).exists():  # first: an empty database begun at `path` would make SQLite delete it
        beside(path, LOG).rename(beside(aside, LOG))
    path.rename(aside)
    beside(path, INDEX).unlink(missing_ok=True)  # only an index of the log: SQLite makes it again
    return aside


def clear_log(path: Path, log: Identity | None, *, saved: bool) -> None:
    """Takes the log from beside `path`, if it is still the file that `log` names.

    SQLite would play it into whichever database lies there. Where its own does not hold all of it (`saved`), it is kept
    under another name.
    """
    left = beside(path, LOG)
    if log is None or identity(left) != log:
        return
    if saved:
        left.unlink()
    else:
        left.rename(path.with_name(f"{path.name}.moved-{time.strftime('%Y%m%d-%H%M%S')}{LOG}"))
