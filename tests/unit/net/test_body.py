import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.net.body import ChunkedReader, LengthReader, Reader
from webhook_inspector.net.limits import Limits

LIMITS = Limits(body=1000, cut_body_kept=100, headers=200)


def feed(reader: Reader, pieces: list[bytes]) -> tuple[bool, bytes]:
    """Feeds piece by piece until the reader wants no more; gives whether it did, and what it left."""
    buffer = bytearray()
    for number, piece in enumerate(pieces):
        buffer += piece
        if reader.feed(buffer):
            return True, bytes(buffer) + b"".join(pieces[number + 1 :])
    return False, bytes(buffer)


def in_pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in itertools.pairwise(edges)] or [b""]


def chunked(body: bytes, sizes: list[int], extension: bytes = b"", trailers: bytes = b"") -> bytes:
    out, at = b"", 0
    for size in sizes:
        piece = body[at : at + size]
        if piece:
            out += b"%x" % len(piece) + extension + b"\r\n" + piece + b"\r\n"
            at += size
    rest = body[at:]
    if rest:
        out += b"%X\r\n" % len(rest) + rest + b"\r\n"
    return out + b"0\r\n" + trailers + b"\r\n"


@given(st.binary(max_size=200), st.binary(max_size=20), st.lists(st.integers(0, 300), max_size=6))
def test_a_body_of_known_length_leaves_the_rest(body: bytes, rest: bytes, cuts: list[int]) -> None:
    reader = LengthReader(len(body), LIMITS)
    assert feed(reader, in_pieces(body + rest, cuts)) == (True, rest)
    assert reader.body() == body
    assert reader.refusal is None


@given(
    st.binary(max_size=200),
    st.lists(st.integers(1, 50), max_size=8),
    st.sampled_from([b"", b";a", b' ;a="b c"']),
    st.sampled_from([b"", b"X-Sum: 1\r\n", b"A: 1\r\nB:\r\n"]),
    st.lists(st.integers(0, 500), max_size=8),
)
def test_chunks_however_they_are_cut(
    body: bytes, sizes: list[int], extension: bytes, trailers: bytes, cuts: list[int]
) -> None:
    reader = ChunkedReader(LIMITS)
    wire = chunked(body, sizes, extension, trailers)
    assert feed(reader, in_pieces(wire + b"NEXT", cuts)) == (True, b"NEXT")
    assert reader.refusal is None
    assert reader.body() == body
    assert reader.trailers == (trailers + b"\r\n" if trailers else b"")


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (b"zz\r\n", "chunk"),
        (b"\r\n", "chunk"),
        (b"3\nabc\r\n", "chunk"),
        (b"3;a\nb\r\nabc\r\n", "chunk"),
        (b"-3\r\n", "chunk"),
        (b"0x3\r\nabc\r\n", "chunk"),
        (b"3\r\nabcd\r\n", "chunk"),
        (b"ffffffffffffffff\r\n", "chunk"),
        (b"3;" + b"x" * 5000, "chunk"),
        (b"fffffff\r\n", "body-too-long-chunked"),
        (b"0\r\nbad trailer\r\n\r\n", "trailers"),
        (b"0\r\nA: b\n\n", "trailers"),
        (b"0\r\nA: " + b"x" * 300, "headers-too-long"),
    ],
)
def test_bad_chunks_are_refused(wire: bytes, expected: str) -> None:
    reader = ChunkedReader(LIMITS)
    feed(reader, [wire])
    assert reader.refusal is not None
    assert reader.refusal.problem.code == expected


def test_over_the_limit_only_the_kept_part_is_read() -> None:
    reader = LengthReader(5000, LIMITS)
    buffer = bytearray(b"x" * 150)
    assert reader.feed(buffer)
    assert (len(reader.body()), len(buffer)) == (100, 50)
    assert reader.refusal is not None
    assert reader.refusal.status == 413
    assert reader.announced == 5000


def test_chunks_over_the_limit() -> None:
    reader = ChunkedReader(LIMITS)
    assert feed(reader, [b"3e8\r\n" + b"x" * 1000 + b"\r\n1\r\n"])[0]
    assert reader.refusal is not None
    assert reader.refusal.status == 413
    assert reader.body(100) == b"x" * 100


def test_a_body_of_a_million_tiny_chunks_takes_no_more_memory_than_its_bytes() -> None:
    reader = ChunkedReader(Limits())
    buffer = bytearray(b"1\r\nx\r\n" * 20_000 + b"0\r\n\r\n")
    assert reader.feed(buffer)
    assert reader.body() == b"x" * 20_000


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=4))
def test_junk_never_raises(junk: bytes, cuts: list[int]) -> None:
    feed(ChunkedReader(LIMITS), in_pieces(junk, cuts))
    feed(LengthReader(50, LIMITS), in_pieces(junk, cuts))
