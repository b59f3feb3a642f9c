"""Records of every kind, for tests that write and read them back; and what reading junk may lead to."""

import io
from collections.abc import Iterable

from hypothesis import strategies as st

from webhook_inspector.core.capture import Capture, Record, State
from webhook_inspector.core.marks import COLOURS, NO_MARKS, Marks, note_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.formats.format import Format

LARGEST = 2**63 - 1

AWKWARD = st.sampled_from(
    [
        b"",
        b"\n",
        b"\r\n\r\n",
        b"###\n",
        b"\n\n### 2026\n# bytes: {}\n",
        b'# bytes: {"head":1,"body":1}\n',
        b"\xff\x00",
        b"\xef\xbb\xbf{}",
        "é \u2028 \u202e \u0085 👩\u200d💻".encode(),
        b'{"a":"\\ud800"}',
        b"\xed\xa0\x80",
    ]
)
ANY_BYTES = st.one_of(
    st.binary(max_size=200), st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")), AWKWARD
)
HEADS = st.one_of(
    ANY_BYTES,
    ANY_BYTES.map(lambda raw: b"POST /" + raw + b" HTTP/1.1\r\nHost: a\r\nX: " + raw + b"\r\n\r\n"),
)
REPLIES = st.one_of(st.just(b""), ANY_BYTES, ANY_BYTES.map(lambda raw: b"HTTP/1.1 200 OK\r\nX: 1\r\n\r\n" + raw))
PARTICULARS = st.one_of(st.integers(), st.text(st.characters(codec="utf-8")))
NAMES = st.text("abcdefgh_", min_size=1, max_size=5)
PROBLEMS = st.builds(
    lambda code, rest: Problem.of(code, **rest), NAMES, st.dictionaries(NAMES, PARTICULARS, max_size=3)
)

TAGS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9.+/@#-]{0,9}", fullmatch=True), max_size=3, unique=True)
MARKS = st.just(NO_MARKS) | st.builds(
    Marks,
    pinned=st.booleans(),
    colour=st.sampled_from(["", *COLOURS]),
    tags=TAGS.map(lambda tags: tuple(sorted(tags))),
    note=st.text(max_size=30).map(note_of),
)

RECORDS = st.builds(
    Record,
    capture=st.builds(
        Capture,
        received_ns=st.integers(-LARGEST - 1, LARGEST),
        peer=st.sampled_from(["", "127.0.0.1:54321", "[::1]:80", "é"]),
        scheme=st.sampled_from(["http", "https"]),
        head=HEADS,
        body=ANY_BYTES,
        state=st.sampled_from(State),
        problem=st.none() | PROBLEMS,
        body_size=st.integers(0, LARGEST),
        trailers=ANY_BYTES,
    ),
    status=st.integers(0, 999),
    reply=REPLIES,
    id=st.just(0),
    marks=MARKS,
)


def written(chosen: Format, records: Iterable[Record]) -> bytes:
    return b"".join(chosen.dumps(records))


def read(chosen: Format, content: bytes) -> list[Record]:
    return list(chosen.load(io.BytesIO(content), "file"))


def reason(chosen: Format, content: bytes) -> str:
    """Why a file is refused; empty where it is read. Any other exception is a failure."""
    problem = _problem(chosen, content)
    if not problem:
        return ""
    particulars = dict(problem.particulars)
    assert problem.code == "file-format"
    assert particulars.keys() == {"path", "format", "reason"}
    assert (particulars["path"], particulars["format"]) == ("file", chosen.name)
    assert str(particulars["reason"]).isprintable()
    return str(particulars["reason"])


def _problem(chosen: Format, content: bytes) -> Problem | None:
    try:
        read(chosen, content)
    except KnownError as error:
        return error.problem
    return None


def storable(record: Record) -> bool:
    """Whether a history could take the record: no number and no text that SQLite would not bind."""
    capture = record.capture
    texts = [capture.peer, capture.scheme, capture.problem.to_json() if capture.problem else ""]
    numbers = [capture.received_ns, capture.body_size, record.status]
    return bool([text.encode() for text in texts]) and all(-LARGEST - 1 <= number <= LARGEST for number in numbers)
