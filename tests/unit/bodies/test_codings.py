import gzip
import sys
import zlib

import brotli
import pytest

from webhook_inspector.bodies.codings import CODINGS, BrokenStreamError, pieces

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CONTENT = b'{"hello": "world"}' * 3_000
ENCODED = {
    "gzip": gzip.compress(CONTENT),
    "x-gzip": gzip.compress(CONTENT),
    "deflate": zlib.compress(CONTENT),
    "br": brotli.compress(CONTENT),
    "zstd": zstd.compress(CONTENT),
}


def undone(name: str, body: bytes) -> tuple[bytes, str]:
    """What comes out, and the code of the fault."""
    found = []
    try:
        found.extend(pieces(CODINGS[name], body))
    except BrokenStreamError as broken:
        return b"".join(found), broken.code
    return b"".join(found), ""


def test_every_coding_has_a_sample() -> None:
    assert ENCODED.keys() == CODINGS.keys()


@pytest.mark.parametrize("name", ENCODED)
def test_undoes(name) -> None:
    assert undone(name, ENCODED[name]) == (CONTENT, "")


@pytest.mark.parametrize("name", ENCODED)
def test_comes_in_pieces(name) -> None:
    sizes = [len(piece) for piece in pieces(CODINGS[name], ENCODED[name])]
    assert max(sizes) <= 2**18


@pytest.mark.parametrize("name", ENCODED)
def test_a_stream_cut_anywhere_gives_its_beginning(name) -> None:
    body = ENCODED[name]
    for end in range(1, len(body), 7):
        content, code = undone(name, body[:end])
        assert CONTENT.startswith(content)
        assert code == "coding-cut"


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_bytes_behind_the_end_are_told(name) -> None:
    assert undone(name, ENCODED[name] + b"more") == (CONTENT, "coding-rest")


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_members_in_a_row_are_one_content(name) -> None:
    assert undone(name, ENCODED[name] * 3) == (CONTENT * 3, "")


def test_zeros_behind_a_gzip_file_are_padding() -> None:
    assert undone("gzip", ENCODED["gzip"] + bytes(512)) == (CONTENT, "")


def test_a_skippable_zstd_frame_is_skipped() -> None:
    frame = b"\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"
    assert undone("zstd", frame + ENCODED["zstd"] + frame) == (CONTENT, "")


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_too_many_members_end_it(name) -> None:
    empty = gzip.compress(b"") if name == "gzip" else zstd.compress(b"")
    content, code = undone(name, empty * 200_000)
    assert (content, code) == (b"", "coding-members")


def test_deflate_without_its_container() -> None:
    engine = zlib.compressobj(wbits=-15)
    assert undone("deflate", engine.compress(CONTENT) + engine.flush()) == (CONTENT, "")


def test_a_wrong_checksum_is_told_with_all_of_the_content() -> None:
    body = bytearray(gzip.compress(b"short"))
    body[-5] ^= 1
    assert undone("gzip", bytes(body)) == (b"short", "coding-damaged")


@pytest.mark.parametrize("name", CODINGS)
def test_what_is_none_of_it(name) -> None:
    content, code = undone(name, b'{"plain": "json"}')
    assert content == b""
    assert code in ("coding-damaged", "coding-cut")


def test_a_zstd_window_of_2_gb_is_refused() -> None:
    frame = b"\x28\xb5\x2f\xfd" + bytes([0, 21 << 3]) + b"\x01\x00\x00"
    with pytest.raises(BrokenStreamError) as raised:
        list(pieces(CODINGS["zstd"], frame))
    assert "memory" in raised.value.reason


def test_the_window_of_rfc_9659_is_taken() -> None:
    options = {zstd.CompressionParameter.window_log: 23}
    assert undone("zstd", zstd.compress(CONTENT, options=options)) == (CONTENT, "")


@pytest.mark.parametrize(("name", "module"), [("br", "brotli"), ("zstd", zstd.__name__)])
def test_a_missing_library_is_told(name, module, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    if "." in module:
        monkeypatch.delattr(sys.modules[module.partition(".")[0]], "zstd", raising=False)
    assert undone(name, ENCODED[name]) == (b"", "coding-damaged")
