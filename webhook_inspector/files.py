"""Writes a file for the user: whole or not at all."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from webhook_inspector.core.problem import KnownError, Problem, reason_of


def write_whole(path: Path, pieces: Iterable[bytes], *, overwrite: bool = False) -> None:
    """Writes beside `path` under a temporary name, and gives it its name when everything is on the disk.

    The file is the user's alone, since captures hold secrets. A device or a pipe is written to as it is. Raises KnownError
    `file-exists` where something is there already and shall stay, `file-unwritable` for every fault of disk or folder; then,
    and when `pieces` raises, nothing is left behind.
    """
    try:
        target = path.resolve()
        found = _mode(target)
        if found is not None and not stat.S_ISREG(found) and not stat.S_ISDIR(found):
            _write_into(target, pieces)
            return
        if found is not None and not overwrite:
            raise KnownError(Problem.of("file-exists", path=str(path)))
        _write_beside(target, pieces, overwrite=overwrite)
    except OSError as error:
        raise KnownError(Problem.of("file-unwritable", path=str(path), reason=_reason(error, path))) from error


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_into(target: Path, pieces: Iterable[bytes]) -> None:
    with target.open("wb") as file:
        file.writelines(pieces)


def _write_beside(target: Path, pieces: Iterable[bytes], *, overwrite: bool) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=".export-", suffix=".part", delete=False) as file:
        beside = Path(file.name)
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            _name(beside, target, overwrite=overwrite)
        except BaseException:
            file.close()
            beside.unlink(missing_ok=True)
            raise


def _name(beside: Path, target: Path, *, overwrite: bool) -> None:
    if not overwrite and _mode(target) is not None:  # it came while we were writing
        raise KnownError(Problem.of("file-exists", path=str(target)))
    beside.replace(target)


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    return reason_of(error)
