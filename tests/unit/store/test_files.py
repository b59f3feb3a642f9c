import stat
from pathlib import Path

from webhook_inspector.store.files import Place, beside, clear_log, create, identity, set_aside


def test_a_new_file_is_private_and_empty(path: Path):
    assert create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert create(path)  # still empty
    path.write_bytes(b"x")
    assert not create(path)
    assert path.read_bytes() == b"x"


def test_a_replaced_file_is_another_one(path: Path):
    assert identity(path) is None
    path.write_bytes(b"1")
    before = Place.of(path)
    assert before == Place.of(path)
    other = path.with_name("other")
    other.write_bytes(b"1")
    other.rename(path)
    assert Place.of(path) != before
    beside(path, "-wal").touch()
    assert Place.of(path).log is not None


def test_what_is_set_aside_keeps_its_log_and_never_overwrites(path: Path):
    seen = set()
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        beside(path, "-wal").write_bytes(b"log of " + content)
        beside(path, "-shm").touch()
        aside = set_aside(path, "corrupt")
        seen.add(aside)
        assert aside.name.startswith("history.db.corrupt-20")
        assert aside.read_bytes() == content
        assert beside(aside, "-wal").read_bytes() == b"log of " + content
        assert not path.exists()
        assert not beside(path, "-wal").exists()
        assert not beside(path, "-shm").exists()
    assert len(seen) == 3


def test_a_saved_log_is_cleared_away(path: Path):
    log = beside(path, "-wal")
    log.write_bytes(b"frames")
    clear_log(path, identity(log), saved=True)
    assert list(path.parent.iterdir()) == []


def test_a_log_that_is_not_saved_is_kept_under_another_name(path: Path):
    log = beside(path, "-wal")
    log.write_bytes(b"frames")
    clear_log(path, identity(log), saved=False)
    (kept,) = path.parent.iterdir()
    assert kept.name.startswith("history.db.moved-")
    assert kept.read_bytes() == b"frames"


def test_a_log_of_someone_else_stays(path: Path):
    log = beside(path, "-wal")
    log.write_bytes(b"frames")
    clear_log(path, (0, 0), saved=True)
    clear_log(path, None, saved=True)
    assert log.read_bytes() == b"frames"
