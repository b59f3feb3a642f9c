from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    scheme_called,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from tests.shared_secrets import secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.keyed import BASE64, HEX, signature_text
from webhook_inspector.signatures.signing import without_field
from webhook_inspector.signatures.variants import SCHEMES

GITEA, BOX, WEBSUB = (scheme_called(name, SCHEMES) for name in ("gitea", "box", "websub"))
KEY = secret()
RAW = KEY.value.encode()
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        (GITEA, b"X-Gitea-Signature"),
        (BOX, b"BOX-SIGNATURE-PRIMARY"),
        (WEBSUB, b"X-Hub-Signature"),
    ],
)
@given(BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(scheme, name, body, place) -> None:
    sent = scheme.sign(make_request(body), [KEY], {}, NOW)
    assert status(scheme, sent, KEY) is Status.VALID
    assert status(scheme, with_body(sent, body + b"!"), KEY) is Status.INVALID
    if body:
        assert status(scheme, with_body(sent, changed(body, place)), KEY) is Status.INVALID
    assert status(scheme, sent, secret(number=2)) is Status.INVALID
    other = with_header(sent, name, changed(header(sent, name), place))
    assert status(scheme, other, KEY) is Status.INVALID


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_junk(scheme) -> None:
    names = [
        b"X-Gitea-Signature",
        b"BOX-SIGNATURE-SECONDARY",
        b"BOX-DELIVERY-TIMESTAMP",
        b"X-Hub-Signature",
        b"Content-Type",
    ]

    @settings(max_examples=40)
    @given(junk_requests(*names))
    def survives(sent) -> None:
        survives_junk(scheme, sent, KEY, settings={"tolerance_seconds": 5})

    survives()


def test_gitea_signs_the_payload_not_its_wrapping() -> None:
    text = signature_text(HEX, RAW, b'{"a": 1}')
    fields = ((b"X-Gitea-Signature", text), FORM)
    assert status(GITEA, make_request(b"payload=%7B%22a%22%3A+1%7D", fields), KEY) is Status.VALID
    assert status(GITEA, make_request(b"payload=%7B%22a%22%3A+2%7D", fields), KEY) is Status.INVALID
    got = make_request(b"", fields[:1], "https://e.com/?payload=%7B%22a%22%3A%201%7D", "GET")
    assert status(GITEA, got, KEY) is Status.VALID
    assert status(GITEA, make_request(b'{"a": 1}', ((b"x-gogs-signature", text),)), KEY) is Status.VALID


def test_box_has_a_header_for_each_key() -> None:
    sent = BOX.sign(make_request(), [KEY], {}, NOW)
    text = header(sent, b"BOX-SIGNATURE-PRIMARY")
    other = secret(number=2)
    moved = with_header(with_header(sent, b"BOX-SIGNATURE-PRIMARY", b"A" * 43 + b"="), b"BOX-SIGNATURE-SECONDARY", text)
    assert status(BOX, moved, KEY) is Status.INVALID
    assert verdict(BOX, moved, other, KEY).key_label == "key 2"
    assert status(BOX, moved, KEY, other) is Status.INVALID
    again = BOX.sign(moved, [KEY], {}, NOW)
    assert b"BOX-SIGNATURE-SECONDARY" not in dict(again.fields)


@pytest.mark.parametrize(
    ("body", "escaped"),
    [
        ("é/😀".encode(), b"\\u00e9\\/\\ud83d\\ude00"),
        (b"a\\/b\x7f", b"a\\/b\\u007f"),
        (b"\xff", None),
        (b"plain", None),
    ],
)
def test_box_may_have_signed_the_body_as_php_writes_it(body, escaped) -> None:
    sent = BOX.sign(make_request(body), [KEY], {}, NOW)
    assert status(BOX, sent, KEY) is Status.VALID
    time = header(sent, b"BOX-DELIVERY-TIMESTAMP")
    by_php = with_header(sent, b"BOX-SIGNATURE-PRIMARY", signature_text(BASE64, RAW, (escaped or b"x") + time))
    assert status(BOX, by_php, KEY) is (Status.VALID if escaped else Status.INVALID)


@pytest.mark.parametrize(
    ("body", "escaped"),
    [
        ('{"name":"Zoë"}'.encode(), b'{"name":"Zo\\u00eb"}'),
        (b'{\n\t"a":1\r}', b'{\\n\\t"a":1\\r}'),
        (b'"\\"and\\/"', b'"\\\\"and\\/"'),
        ("🙂/\x7f".encode(), b"\\ud83d\\ude42/\\u007f"),
    ],
)
def test_box_may_have_signed_the_body_as_its_libraries_escape_it(body, escaped) -> None:
    sent = BOX.sign(make_request(body), [KEY], {}, NOW)
    time = header(sent, b"BOX-DELIVERY-TIMESTAMP")
    by_sdk = with_header(sent, b"BOX-SIGNATURE-PRIMARY", signature_text(BASE64, RAW, escaped + time))
    assert status(BOX, by_sdk, KEY) is Status.VALID
    assert status(BOX, with_body(by_sdk, body + b"!"), KEY) is Status.INVALID


@pytest.mark.parametrize("name", [b"BOX-SIGNATURE-VERSION", b"BOX-SIGNATURE-ALGORITHM"])
def test_box_has_one_version_and_one_algorithm(name) -> None:
    sent = BOX.sign(make_request(), [KEY], {}, NOW)
    assert status(BOX, sent, KEY) is Status.VALID
    for other in (with_header(sent, name, b"2"), replace(sent, fields=without_field(sent.fields, name))):
        found = verdict(BOX, other, KEY)
        assert found.status is Status.INVALID
        assert f"{name.decode()} is not" in next(step.fact for step in found.steps if not step.holds)


@pytest.mark.parametrize("name", ["sha1", "sha256", "sha384", "sha512"])
def test_websub_goes_by_the_hash_it_names(name) -> None:
    old = with_header(make_request(), b"X-Hub-Signature", name.encode() + b"=old")
    sent = WEBSUB.sign(old, [KEY], {}, NOW)
    assert header(sent, b"X-Hub-Signature").startswith(name.encode() + b"=")
    assert status(WEBSUB, sent, KEY) is Status.VALID


@pytest.mark.parametrize("value", [b"", b"sha256", b"md5=" + b"0" * 32, b"SHA1=0"])
def test_websub_of_another_hash(value) -> None:
    found = verdict(WEBSUB, with_header(make_request(), b"X-Hub-Signature", value), KEY)
    assert (found.status, found.steps[-1].name) == (Status.INVALID, "format")
