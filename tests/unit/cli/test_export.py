import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.formats import FORMATS
from webhook_inspector.store.reader import Reader

Cli = Callable[..., object]


def loaded(name: str, content: bytes) -> list[Record]:
    return list(FORMATS[name].load(io.BytesIO(content)))


def numbered(records: list[Record]) -> list[Record]:
    return [record.with_id(0) for record in records]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_standard_output_unchanged(cli: Cli, three: list[Record], name: str) -> None:
    done = cli("export", "--format", name)
    assert (done.code, done.err) == (0, "")
    assert loaded(name, done.raw) == numbered(three)


def test_jsonl_by_default_and_by_suffix_otherwise(cli: Cli, three: list[Record], tmp_path: Path) -> None:
    assert loaded("jsonl", cli("export").raw) == numbered(three)
    assert cli("export", "-o", str(tmp_path / "a.HAR")).out == f"exported 3 captures to {tmp_path / 'a.HAR'}\n"
    assert loaded("har", (tmp_path / "a.HAR").read_bytes()) == numbered(three)
    cli("export", "-o", str(tmp_path / "b.txt"))
    assert loaded("jsonl", (tmp_path / "b.txt").read_bytes()) == numbered(three)


def test_by_filter_and_by_id(cli: Cli, three: list[Record]) -> None:
    assert loaded("jsonl", cli("export", "plain").raw) == numbered(three[:1])
    assert loaded("jsonl", cli("export", "--id", "3", "--id", "-3").raw) == numbered([three[2], three[0]])
    assert cli("export", "klingon").raw == b""
    assert cli("export", "x", "--id", "1").code == 2
    missing = cli("export", "--id", "1", "--id", "9")
    assert (missing.code, missing.raw, missing.err) == (1, b"", "There is no capture 9.\n")


def test_json_tells_what_was_exported(cli: Cli, three: list[Record], tmp_path: Path) -> None:
    target = tmp_path / "x.http"
    done = cli("export", "--json", "-o", str(target), "plain")
    assert json.loads(done.out) == {"exported": 1, "format": "http", "file": str(target)}
    assert cli("export", "--json").code == 2


def test_a_file_that_is_there_stays(cli: Cli, three: list[Record], tmp_path: Path) -> None:
    target = tmp_path / "x.jsonl"
    target.write_bytes(b"mine")
    done = cli("export", "-o", str(target))
    assert done.code == 1
    assert "--force" in done.err
    assert target.read_bytes() == b"mine"
    assert cli("export", "-o", str(target), "--force", "plain").out == f"exported 1 capture to {target}\n"
    assert loaded("jsonl", target.read_bytes()) == numbered(three[:1])


def test_a_history_that_fails_half_way_leaves_no_file(
    cli: Cli, three: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def records(_reader: Reader, _ids: object) -> Iterator[Record]:
        yield three[0]
        raise KnownError(Problem.of("store-unopenable", path="x", reason="damaged"))

    monkeypatch.setattr(Reader, "records", records)
    done = cli("export", "-o", str(tmp_path / "x.jsonl"))
    assert (done.code, done.err) == (1, "The history x cannot be opened: damaged\n")
    assert list(tmp_path.glob("*.jsonl")) == []
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*")) == []


def test_without_a_history(cli: Cli, tmp_path: Path) -> None:
    assert cli("export", "-o", str(tmp_path / "x.jsonl")).code == 1
    assert not (tmp_path / "x.jsonl").exists()
