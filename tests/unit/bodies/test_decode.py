import gzip
import subprocess
import sys
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.decode import Decoded, decode

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}
MIB = 2**20
ROOT = Path(__file__).parents[3]
NAMES = st.sampled_from([*ENCODERS, "x-gzip", "identity", "", "klingon", "GZIP "]) | st.text(max_size=5)


def gzip_bomb(size: int) -> bytes:
    """A gzip file of `size` zeros, made in no time: the same flushed block again and again. Its checksum is wrong."""
    engine = zlib.compressobj(9, wbits=-15)
    block = engine.compress(bytes(MIB)) + engine.flush(zlib.Z_FULL_FLUSH)
    block = engine.compress(bytes(MIB)) + engine.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * (size // MIB) + engine.flush() + bytes(8)


@given(st.binary(max_size=3_000), st.lists(st.sampled_from(list(ENCODERS)), max_size=5))
def test_round_trip(content, names) -> None:
    body = content
    for name in names:
        body = ENCODERS[name](body)
    found = decode(body, ", ".join(names))
    assert found == Decoded(content, ", ".join(names) if body else "", None, complete=True)


@given(st.binary(), st.lists(NAMES).map(",".join), st.integers(0, 2_000), st.integers(1, 5))
def test_never_raises_nor_gives_too_much(body, encoding, limit, ratio) -> None:
    found = decode(body, encoding, limit=limit, ratio=ratio)
    assert len(found.content) <= max(limit, len(body))
    assert found.complete or found.problem


@given(st.sampled_from(list(ENCODERS)), st.data())
def test_a_damaged_stream_never_raises(name, data) -> None:
    body = bytearray(ENCODERS[name](b"some content, and more of it. " * 20))
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    decode(bytes(body), name)


@pytest.mark.parametrize("encoding", ["", "identity", " , ", "Identity,identity"])
def test_no_coding(encoding) -> None:
    assert decode(b"body", encoding) == Decoded(b"body", "", None, complete=True)


def test_an_empty_body_is_complete_whatever_is_declared() -> None:
    assert decode(b"", "gzip, klingon") == Decoded(b"", "", None, complete=True)


def test_empty_content_is_not_an_empty_body() -> None:
    assert decode(gzip.compress(b""), "gzip") == Decoded(b"", "gzip", None, complete=True)


def test_names_in_any_case() -> None:
    assert decode(gzip.compress(b"a"), " GZip ").content == b"a"
    assert decode(gzip.compress(b"a"), "x-gzip").coding == "x-gzip"


def test_an_unknown_coding_leaves_the_body_as_it_came() -> None:
    found = decode(b"body", "klingon\u202e")
    assert (found.content, found.coding, found.complete) == (b"body", "", False)
    assert found.problem == "Content-Encoding klingon\\u202e is not understood; the body is shown still encoded."


def test_an_unknown_coding_under_a_known_one() -> None:
    found = decode(gzip.compress(b"inner"), "klingon, gzip")
    assert (found.content, found.coding, found.complete) == (b"inner", "gzip", False)
    assert found.problem == "Content-Encoding klingon is not understood; the body is shown still encoded."


@pytest.mark.parametrize("name", ["gzip", "br", "zstd"])
def test_what_is_not_encoded_is_shown_as_it_came(name) -> None:
    found = decode(b'{"plain":1}', name)
    assert (found.content, found.coding, found.complete) == (b'{"plain":1}', "", False)
    assert found.problem is not None


@pytest.mark.parametrize("name", ENCODERS)
def test_a_cut_stream_gives_what_there_is(name) -> None:
    content = "".join(f'{{"number": {number}}}\n' for number in range(20_000)).encode()
    body = ENCODERS[name](content)
    found = decode(body[: len(body) // 2], name)
    assert found.content
    assert content.startswith(found.content)
    assert (found.coding, found.complete) == (name, False)
    assert found.problem == f"The {name} stream ends too early, after {len(found.content)} decoded bytes."


def test_bytes_behind_the_end_are_a_problem_but_the_content_is_complete() -> None:
    found = decode(gzip.compress(b"a") + b"junk", "gzip")
    assert (found.content, found.complete) == (b"a", True)
    assert found.problem == "More bytes follow after the end of the gzip stream; they are not shown."


def test_too_many_codings() -> None:
    found = decode(b"body", ", ".join(["gzip"] * 1_000))
    assert (found.content, found.complete) == (b"body", False)
    assert found.problem is not None


def test_exactly_the_limit_is_complete() -> None:
    body = gzip.compress(bytes(1_000))
    assert decode(body, "gzip", limit=1_000) == Decoded(bytes(1_000), "gzip", None, complete=True)
    cut = decode(body, "gzip", limit=999)
    assert (cut.content, cut.complete, cut.problem) == (bytes(999), False, "Decoding stopped at 999 bytes, the limit.")


def test_the_proportion_counts_from_a_mib_on() -> None:
    assert decode(brotli.compress(bytes(MIB)), "br").complete
    found = decode(brotli.compress(bytes(MIB + 1)), "br")
    assert (len(found.content), found.complete) == (MIB, False)
    assert found.fault is not None
    assert found.fault.code == "coding-ratio"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        pytest.param(gzip_bomb(1024 * MIB), "gzip", id="gzip"),
        pytest.param(gzip.compress(gzip_bomb(1024 * MIB)), "gzip, gzip", id="nested gzip"),
        pytest.param(brotli.compress(bytes(256 * MIB), quality=5), "br", id="br"),
        pytest.param(zstd.compress(bytes(256 * MIB), 1), "zstd", id="zstd"),
        pytest.param(brotli.compress(zstd.compress(bytes(256 * MIB), 1)), "zstd, br", id="zstd in br"),
    ],
)
def test_bombs_take_neither_memory_nor_time(body, encoding) -> None:
    tracemalloc.start()
    started = time.process_time()
    try:
        found = decode(body, encoding)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found.content) <= 16 * MIB
    assert not found.complete
    assert found.fault is not None
    assert found.fault.code in ("coding-limit", "coding-ratio")
    assert peak < 56 * MIB  # the pieces and the whole of them, for a moment of one coding while the last is held
    assert time.process_time() - started < 10


MEASURE = """
import resource, sys
from webhook_inspector.bodies.codings import CODINGS
from webhook_inspector.bodies.decode import decode
name, body = sys.argv[1], sys.stdin.buffer.read()
CODINGS[name].engine(b"\\x1f\\x8b")  # the library itself does not count
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
decode(body, name)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) // (2**20 if sys.platform == "darwin" else 2**10))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no resource module")
@pytest.mark.parametrize(
    ("name", "body"),
    [
        pytest.param("zstd", b"\x28\xb5\x2f\xfd" + bytes([0, 21 << 3]) + b"\xff" * 99, id="zstd window of 2 GB"),
        pytest.param("zstd", zstd.compress(bytes(256 * MIB), 1), id="zstd"),
        pytest.param("br", brotli.compress(bytes(256 * MIB), quality=5), id="br"),
        pytest.param("gzip", gzip_bomb(1024 * MIB), id="gzip"),
    ],
)
def test_the_libraries_take_no_memory_either(name, body) -> None:
    """What C code allocates shows only in the size of a process."""
    run = subprocess.run([sys.executable, "-c", MEASURE, name], input=body, capture_output=True, check=True, cwd=ROOT)
    assert int(run.stdout) < 64
