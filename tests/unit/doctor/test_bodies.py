import gzip
import json
import zlib

import pytest

from tests.unit.doctor.cases import BODY, FORM, JSON, code, diagnosis, patient_of, signed, unproven, with_body
from webhook_inspector.doctor.bodies import BODY_CAUSES, TEXT_CAUSES

SCHEMES = ("stripe", "github", "slack", "svix", "shopify", "square", "hubspot-v3")
VALUE = {"name": "Zoë", "url": "https://x/y", "n": [1, {}, []], "a": {"b": None}}
PLAIN = json.dumps(VALUE, ensure_ascii=False, separators=(",", ":")).encode()
SPACED = json.dumps(VALUE, ensure_ascii=False).encode()
TWO = json.dumps(VALUE, ensure_ascii=False, indent=2).encode()
FOUR = json.dumps(VALUE, ensure_ascii=False, indent=4).encode()
TABS = json.dumps(VALUE, ensure_ascii=False, indent="\t").encode()
ESCAPED = json.dumps(VALUE, separators=(",", ":")).encode()

DAMAGES = [
    ("doctor-json-minified", PLAIN, TWO),
    ("doctor-json-minified", PLAIN, SPACED),
    ("doctor-json-indented-2", TWO, PLAIN),
    ("doctor-json-indented-2", TWO, FOUR),
    ("doctor-json-indented-2", TWO.replace(b"\n", b"\r\n"), PLAIN),
    ("doctor-json-indented-4", FOUR, PLAIN),
    ("doctor-json-tabs", TABS, PLAIN),
    ("doctor-json-spaced", SPACED, PLAIN),
    ("doctor-json-escaped", ESCAPED, PLAIN),
    ("doctor-json-escaped", ESCAPED.replace(b"\\u00eb", b"\\u00EB"), PLAIN),
    ("doctor-json-escaped", ESCAPED.replace(b"\\u00eb", b"\\u00EB"), ESCAPED),
    ("doctor-json-unescaped", PLAIN, ESCAPED),
    ("doctor-json-slashes", PLAIN.replace(b"/", b"\\/"), PLAIN),
    ("doctor-json-slashes", PLAIN, PLAIN.replace(b"/", b"\\/")),
    ("doctor-json-html", b'{"a":"\\u003cb\\u003e \\u0026"}', b'{"a":"<b> &"}'),
    ("doctor-json-unescaped", b'{"a":"<b> &"}', b'{"a":"\\u003cb\\u003e \\u0026"}'),
    ("doctor-json-rewritten", ESCAPED, TWO),
    ("doctor-json-rewritten", TWO, ESCAPED),
    ("doctor-json-rewritten", ESCAPED.replace(b"/", b"\\/"), SPACED),
    ("doctor-json-sorted", b'{"a":1,"b":2}', b'{"b":2,"a":1}'),
    ("doctor-json-numbers", b'{"a": 10}', b'{"a": 10.0}'),
    ("doctor-json-numbers", b'{"a":10.0,"b":3}', b'{"a":10,"b":3}'),
    ("doctor-json-numbers", b'{"a": 1.5, "b": "2.50"}', b'{"a": 1.50, "b": "2.50"}'),
    ("doctor-body-newline-added", PLAIN, PLAIN + b"\n"),
    ("doctor-body-newline-added", PLAIN, PLAIN + b"\r\n"),
    ("doctor-body-newline-lost", PLAIN + b"\n", PLAIN),
    ("doctor-body-newline-lost", PLAIN + b"\r\n", PLAIN),
    ("doctor-body-blanks", PLAIN, PLAIN + b"  "),
    ("doctor-body-line-ends", b"one\r\ntwo", b"one\ntwo"),
    ("doctor-body-line-ends", b"one\ntwo", b"one\r\ntwo"),
    ("doctor-body-mark", PLAIN, b"\xef\xbb\xbf" + PLAIN),
    ("doctor-body-mark", b"\xef\xbb\xbf" + PLAIN, PLAIN),
    ("doctor-body-unread", b"", PLAIN),
    ("doctor-body-unread", b"{}", PLAIN),
    ("doctor-body-twice-encoded", PLAIN, PLAIN.decode("latin-1").encode()),
    ("doctor-body-charset", PLAIN, PLAIN.decode().encode("latin-1")),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("expected", "sent", "came"), DAMAGES)
def test_a_body_that_was_changed_on_its_way(scheme, expected, sent, came) -> None:
    assert code(with_body(signed(scheme, sent), came)) == expected


@pytest.mark.parametrize(
    ("coding", "compressed"),
    [(b"gzip", gzip.compress(PLAIN)), (b"deflate", zlib.compress(PLAIN)), (b"deflate", zlib.compress(PLAIN)[2:-4])],
)
def test_a_body_that_was_compressed_after_signing(coding, compressed) -> None:
    case = signed("github", PLAIN, fields=(JSON, (b"Content-Encoding", coding)))
    assert code(with_body(case, compressed)) == "doctor-body-compressed"


def test_a_body_that_was_decompressed_on_its_way_cannot_be_proven() -> None:
    case = signed("github", gzip.compress(PLAIN), fields=(JSON, (b"Content-Encoding", b"gzip")))
    assert unproven(with_body(case, PLAIN)) == ("doctor-body-decompressed", {"coding": "gzip"})


@pytest.mark.parametrize(
    ("expected", "sent", "came"),
    [
        ("doctor-form", b"a=x+y&b=%2F", b"a=x%20y&b=%2f"),
        ("doctor-form", b"a=x%20y", b"a=x+y"),
        ("doctor-form", b"a=%e9", b"a=%E9"),
        ("doctor-form", b"a=1&b=2", b"b=2&a=1"),
        ("doctor-form", b"a=x y", b"a=x+y"),
        ("doctor-form-payload", b'{"a": 1}', b"payload=%7B%22a%22%3A+1%7D"),
        ("doctor-form-payload", b"payload=%7B%22a%22%3A+1%7D", b'{"a": 1}'),
    ],
)
def test_a_form_that_was_written_anew(expected, sent, came) -> None:
    case = signed("github", sent, fields=(JSON if came[:1] == b"{" else FORM,))
    assert code(with_body(case, came)) == expected


def test_a_body_that_is_not_signed_is_left_alone() -> None:
    patient = patient_of(signed("telegram"))
    assert not patient.body_counts
    assert [one for cause in (*BODY_CAUSES, *TEXT_CAUSES) for one in cause.search(patient)] == []


def test_a_changed_word_is_nobodys_reformatting() -> None:
    assert diagnosis(with_body(signed("github"), BODY.replace(b"1200", b"1201"))).findings == ()
