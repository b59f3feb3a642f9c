import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from tests.shared_secrets import fact, secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.generic_hmac import SCHEMES
from webhook_inspector.signatures.keyed import ENCODINGS, HASHES
from webhook_inspector.signatures.scheme import Key

(GENERIC,) = SCHEMES
KEY = secret()
PLAIN = {"signature_header": "X-Sig"}


@given(PLACES)
def test_a_changed_character_of_the_signature_fails(place) -> None:
    sent = GENERIC.sign(make_request(), [KEY], PLAIN, NOW)
    other = with_header(sent, b"X-Sig", changed(header(sent, b"X-Sig"), place))
    assert status(GENERIC, sent, KEY, settings=PLAIN) is Status.VALID
    assert status(GENERIC, other, KEY, settings=PLAIN) is Status.INVALID
    assert status(GENERIC, sent, secret(number=2), settings=PLAIN) is Status.INVALID
    assert status(GENERIC, make_request(), KEY, settings=PLAIN) is Status.UNSIGNED


@pytest.mark.parametrize("prefix", ["", "v1=", "sha, sig: "])
def test_the_header_holds_one_signature(prefix) -> None:
    told = {**PLAIN, "prefix": prefix}
    sent = GENERIC.sign(make_request(), [KEY], told, NOW)
    good = header(sent, b"X-Sig")
    for value in (good + b"," + good, prefix.encode() + b"00," + good, good + b",x"):
        assert status(GENERIC, with_header(sent, b"X-Sig", value), KEY, settings=told) is Status.INVALID


@settings(max_examples=80)
@given(junk_requests(b"X-Sig", b"X-Ts"), st.sampled_from([{}, PLAIN, {**PLAIN, "timestamp_header": "X-Ts"}]))
def test_junk(sent, told) -> None:
    if told:
        survives_junk(GENERIC, sent, KEY, settings={**told, "tolerance_seconds": 5})
    else:
        assert status(GENERIC, sent, KEY, settings=told) is Status.INVALID


@given(
    st.sampled_from(HASHES),
    st.sampled_from(sorted(ENCODINGS)),
    st.sampled_from(["{body}", "{timestamp}.{body}", "{method}\n{url}\n{timestamp}{body}", '{"b":{body}}']),
    st.sampled_from(["", "v1=", "sha, sig: "]),
    st.sampled_from(["s", "ms", "iso"]),
    st.sampled_from(["utf8", "hex", "base64"]),
    BODIES,
)
def test_any_description_signs_and_verifies(name, encoding, template, prefix, unit, form, body) -> None:
    told = {
        "signature_header": "X-Sig",
        "hash": name,
        "encoding": encoding,
        "template": template,
        "prefix": prefix,
        "timestamp_header": "X-Ts",
        "timestamp_unit": unit,
        "key_encoding": form,
        "tolerance_seconds": 60,
    }
    key = secret({"utf8": "text"}.get(form, form))
    sent = GENERIC.sign(make_request(body), [key], told, NOW)
    assert status(GENERIC, sent, key, settings=told) is Status.VALID
    assert status(GENERIC, sent, key, settings=told, now=NOW + 62) is Status.EXPIRED
    assert status(GENERIC, with_body(sent, body + b"x"), key, settings=told) is Status.INVALID


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "signature_header is missing"),
        ({**PLAIN, "hash": "crc32"}, "hash must be one of"),
        ({**PLAIN, "encoding": "base32"}, "encoding must be one of"),
        ({**PLAIN, "key_encoding": "x"}, "key_encoding must be one of"),
        ({**PLAIN, "timestamp_unit": "days"}, "timestamp_unit must be one of"),
        ({**PLAIN, "template": "{timestamp}{body}"}, "timestamp_header is missing"),
        ({**PLAIN, "prefix": "{signature}"}, "brace"),
    ],
)
def test_a_description_with_a_fault_says_which(told, words) -> None:
    found = verdict(GENERIC, make_request(fields=((b"X-Sig", b"x"),)), KEY, settings=told)
    assert found.status is Status.INVALID
    assert words in fact(found, "settings").fact


def test_json_around_nothing_is_kept() -> None:
    told = {**PLAIN, "template": json.dumps({"a": "{body}"})}
    sent = GENERIC.sign(make_request(b"1"), [Key("secret", "k")], told, NOW)
    assert verdict(GENERIC, sent, Key("secret", "k"), settings=told).signed_content == b'{"a": "1"}'
