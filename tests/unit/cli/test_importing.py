import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.makers import make_record
from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.core.capture import Record
from webhook_inspector.core.secret import Secret
from webhook_inspector.formats import FORMATS
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock

Cli = Callable[..., object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_bytes(b"".join(FORMATS["jsonl"].dumps([make_record(), make_record()])))
    return path


def test_captures_come_after_those_there_are(cli: Cli, three: list[Record], file: Path) -> None:
    done = cli("import", str(file))
    assert (done.code, done.out, done.err) == (0, f"imported 2 captures from {file}\n", "")
    rows = [json.loads(line) for line in cli("list", "--json").lines]
    assert [row["id"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[4]["received_at"] == "2025-11-24T16:00:00.123456789Z"


def test_a_folder_that_is_not_there_is_made(cli: Cli, folder: DataFolder, file: Path) -> None:
    folder.path.rmdir()
    assert cli("import", str(file), str(file)).code == 0
    assert len(cli("list").lines) == 4


def test_json_has_an_object_for_each_file(cli: Cli, file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    done = cli("import", "--json", str(file), str(empty))
    assert [json.loads(line) for line in done.lines] == [
        {"file": str(file), "imported": 2, "unreadable": 0},
        {"file": str(empty), "imported": 0, "unreadable": 0},
    ]


def test_a_fault_in_the_middle_keeps_what_came_before(cli: Cli, file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"nonsense\n")
    done = cli("import", str(file), str(file))
    assert (done.code, done.lines) == (1, [f"imported 2 captures from {file}"])
    assert done.err.startswith(f"{file}: not a jsonl file: line 3: ")
    assert len(cli("list").lines) == 2


def test_a_folder_in_use_is_left_alone(cli: Cli, folder: DataFolder, file: Path) -> None:
    lock = FolderLock(folder.lock, "somebody else")
    lock.acquire()
    try:
        done = cli("import", str(file))
    finally:
        lock.release()
    assert done.code == 1
    assert "somebody else" in done.err
    assert not folder.history.exists()


def test_the_format_can_be_named(cli: Cli, file: Path, tmp_path: Path) -> None:
    other = file.rename(tmp_path / "x.har")
    assert cli("import", "--format", "har", str(other)).code == 1
    assert cli("import", "--format", "jsonl", str(other)).code == 0
    assert cli("import", "--format", "klingon", str(other)).code == 2
    assert cli("import").code == 2


def test_what_is_taken_in_is_verified(cli: Cli, folder: DataFolder, tmp_path: Path) -> None:
    path = tmp_path / "signed.jsonl"
    path.write_bytes(b"".join(FORMATS["jsonl"].dumps([signed_record(), signed_record(path="/other")])))
    Rulebook(folder, Settings()).keep_secret(Secret("/stripe", "main", SECRET))
    assert cli("import", str(path)).code == 0
    rows = [json.loads(line) for line in cli("list", "--json").lines]
    assert [(row["verdict"], row["event"], row["first"]) for row in rows] == [
        ("valid", "invoice.paid", None),
        ("no secret", "invoice.paid", 1),
    ]
    assert rows[0]["tries"] == 2


def test_what_was_imported_is_verified_anew_when_the_rules_change(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "signed.jsonl"
    path.write_bytes(b"".join(FORMATS["jsonl"].dumps([signed_record()])))
    monkeypatch.setenv("MAIN", SECRET)
    cli("endpoints", "set", "/stripe", "--scheme", "stripe")
    cli("import", str(path))
    cli("endpoints", "add-secret", "/stripe", "env:MAIN")
    assert json.loads(cli("list", "--json").out)["verdict"] == "valid"
