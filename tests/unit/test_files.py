import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.files import write_whole


def failing() -> Iterator[bytes]:
    yield b"half"
    raise ZeroDivisionError


def test_it_is_written_and_private(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    write_whole(target, [b"one", b"two"])
    assert target.read_bytes() == b"onetwo"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_there_stays_unless_told_otherwise(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(KnownError) as caught:
        write_whole(target, [b"new"])
    assert caught.value.problem.code == "file-exists"
    assert target.read_bytes() == b"old"
    write_whole(target, [b"new"], overwrite=True)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_came_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"

    def pieces() -> Iterator[bytes]:
        target.write_bytes(b"theirs")
        yield b"ours"

    with pytest.raises(KnownError) as caught:
        write_whole(target, pieces())
    assert caught.value.problem.code == "file-exists"
    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failure_leaves_nothing_behind(tmp_path: Path, overwrite: bool) -> None:
    target = tmp_path / "a.jsonl"
    if overwrite:
        target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_whole(target, failing(), overwrite=overwrite)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([b"old"] if overwrite else [])


def reason(target: Path) -> str:
    with pytest.raises(KnownError) as caught:
        write_whole(target, [b"x"], overwrite=True)
    assert caught.value.problem.code == "file-unwritable"
    return str(dict(caught.value.problem.particulars)["reason"])


def test_faults_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert reason(tmp_path / "missing" / "a.har") == f"there is no folder {tmp_path / 'missing'}"
    assert reason(tmp_path / "file" / "a.har") == "Not a directory"
    assert reason(tmp_path) == "Is a directory"
    assert reason(tmp_path / ("x" * 300)) == "File name too long"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert reason(tmp_path / "a.har") == "Permission denied"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_device() -> None:
    assert reason(Path("/dev/full")) == "No space left on device"


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in the file system")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, [b"a", b"b"])
    reader.join()
    assert came == [b"ab"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_keeps_pointing_to_what_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, [b"new"], overwrite=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
