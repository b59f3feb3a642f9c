import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import BODIES
from webhook_inspector.signatures.digest_fields import (
    CONTENT_DIGEST,
    DIGEST,
    content_digest,
    content_digest_step,
    digest,
    digest_step,
)

BOTH = [(CONTENT_DIGEST, content_digest, content_digest_step), (DIGEST, digest, digest_step)]
HELLO = b'{"hello": "world"}'
SHA_256 = b"X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="
SHA_512 = b"WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew=="


@pytest.mark.parametrize(("name", "write", "check"), BOTH)
@given(BODIES)
def test_what_is_written_is_right_for_its_body_only(name, write, check, body) -> None:
    fields = ((name, write((), body)),)
    assert check(fields, body).holds
    assert not check(fields, body + b"!").holds


def test_the_examples_of_rfc_9421() -> None:
    """Appendix B.2; the shorter digest is that of draft-cavage."""
    assert content_digest_step(((b"content-digest", b"sha-512=:" + SHA_512 + b":"),), HELLO).holds
    assert digest((), HELLO) == b"SHA-256=" + SHA_256


def test_several_digests_must_all_be_right() -> None:
    right, wrong = b"sha-256=:" + SHA_256 + b":", b"sha-512=:AAAA:"
    assert content_digest_step(((CONTENT_DIGEST, right + b", md5=:AAAA:"),), HELLO).holds
    assert not content_digest_step(((CONTENT_DIGEST, right), (CONTENT_DIGEST, wrong)), HELLO).holds
    assert not digest_step(((DIGEST, b"SHA-256=" + SHA_256 + b",sha-512=AAAA"),), HELLO).holds


@pytest.mark.parametrize("text", [b"", b"md5=:AAAA:", b"sha-256", b"sha-256=AAAA", b"\xff"])
def test_digests_that_are_not_understood(text) -> None:
    assert not content_digest_step(((CONTENT_DIGEST, text),), b"").holds
    assert not digest_step(((DIGEST, text),), b"").holds


def test_no_header_no_step() -> None:
    assert content_digest_step((), b"") is None
    assert digest_step((), b"") is None


def test_the_hash_of_the_old_header_is_kept() -> None:
    assert content_digest(((CONTENT_DIGEST, b"sha-512=:AAAA:"),), HELLO) == b"sha-512=:" + SHA_512 + b":"
    assert digest(((DIGEST, b"sha-512=AAAA"),), HELLO) == b"SHA-512=" + SHA_512


@pytest.mark.parametrize(("name", "write", "check"), BOTH)
@given(st.binary(max_size=40))
def test_junk(name, write, check, text) -> None:
    assert not check(((name, text),), b"body").holds
    assert check(((name, write(((name, text),), b"body")),), b"body").holds
