import io
from pathlib import Path

from webhook_inspector.core.sentences import sentence
from webhook_inspector.formats.format import Source, read_up_to


def test_a_fault_names_file_format_and_reason() -> None:
    fault = Source.of(io.BytesIO(), "a.har", "har").fault("entry 2: method is missing")
    assert sentence(fault.problem) == "a.har: not a har file: entry 2: method is missing"


def test_without_a_name_the_stream_tells_it(tmp_path: Path) -> None:
    place = tmp_path / "x.jsonl"
    place.touch()
    with place.open("rb") as stream:
        assert Source.of(stream, "", "jsonl").path == str(place)
        assert Source.of(stream, "mine", "jsonl").path == "mine"
        with open(stream.fileno(), "rb", closefd=False) as nameless:
            assert Source.of(nameless, "", "jsonl").path == "-"
    assert Source.of(io.BytesIO(), "", "jsonl").path == "-"


class Counting(io.BytesIO):
    """Remembers the largest read that was asked of it."""

    largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.largest = max(self.largest, size or 0)
        return super().read(size)


def test_memory_follows_what_is_there() -> None:
    stream = Counting(b"abc" * 1_000_000)
    assert len(read_up_to(stream, 2_000_000)) == 2_000_000
    assert len(read_up_to(stream, 10**18)) == 1_000_000
    assert read_up_to(stream, 10**18) == b""
    assert stream.largest <= 2**20
