import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import (
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
    with_header,
)
from tests.shared_secrets import fact
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.scheme import Key
from webhook_inspector.signatures.tokens import SCHEMES

HEADERS = {
    "gitlab-token": b"X-Gitlab-Token",
    "telegram": b"X-Telegram-Bot-Api-Secret-Token",
    "asaas": b"asaas-access-token",
    "bearer-token": b"Authorization",
    "basic-auth": b"Authorization",
    "static-header-token": b"X-Own",
}
TOLD = {"header": "X-Own", "parameter": "token"}
ALL = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
IN_HEADER = pytest.mark.parametrize("name", HEADERS)


def key(scheme, value: str = "user:p4ss") -> Key:
    return Key(scheme.key_kinds[0], value)


@ALL
@given(st.text("abcXYZ019-_.:", min_size=1, max_size=20))
def test_the_token_we_put_is_the_one_that_fits(scheme, value) -> None:
    sent = scheme.sign(make_request(), [key(scheme, value)], TOLD, NOW)
    found = verdict(scheme, sent, key(scheme, "other"), key(scheme, value), settings=TOLD)
    assert (found.status, found.key_label) == (Status.VALID, "key 2" if value != "other" else "key 1")
    assert status(scheme, sent, key(scheme, value + "x"), settings=TOLD) is Status.INVALID
    assert status(scheme, make_request(), key(scheme, value), settings=TOLD) is Status.UNSIGNED
    if len(value) > 7:
        assert value not in str(found.steps)


@IN_HEADER
@given(PLACES)
def test_a_changed_character_fails(name, place) -> None:
    scheme = scheme_called(name, SCHEMES)
    sent = scheme.sign(make_request(), [key(scheme)], TOLD, NOW)
    other = with_header(sent, HEADERS[name], changed(header(sent, HEADERS[name]), place))
    assert status(scheme, other, key(scheme), settings=TOLD) is Status.INVALID


@ALL
def test_junk(scheme) -> None:
    @settings(max_examples=40)
    @given(junk_requests(*set(HEADERS.values())))
    def survives(sent) -> None:
        survives_junk(scheme, sent, key(scheme), settings=TOLD)

    survives()


def test_the_name_of_an_authentication_scheme_has_no_case() -> None:
    for name, value in (("bearer-token", b"bEARER user:p4ss"), ("basic-auth", b"bASIC dXNlcjpwNHNz")):
        scheme = scheme_called(name, SCHEMES)
        assert status(scheme, make_request(fields=((b"authorization", value),)), key(scheme)) is Status.VALID
        found = verdict(scheme, make_request(fields=((b"authorization", b"Digest x"),)), key(scheme))
        assert (found.status, found.steps[-1].name) == (Status.INVALID, "format")


def test_basic_takes_utf_8_and_refuses_what_is_no_base64() -> None:
    scheme = scheme_called("basic-auth", SCHEMES)
    value = b"Basic " + base64.b64encode("é:ü:x".encode())
    assert status(scheme, make_request(fields=((b"Authorization", value),)), key(scheme, "é:ü:x")) is Status.VALID
    assert status(scheme, make_request(fields=((b"Authorization", b"Basic !"),)), key(scheme)) is Status.INVALID


def test_the_query_is_decoded() -> None:
    scheme = scheme_called("query-token", SCHEMES)
    sent = make_request(url="https://e.com/?a=1&token=a%2Fb%20c#x")
    assert status(scheme, sent, key(scheme, "a/b c"), settings=TOLD) is Status.VALID
    again = scheme.sign(sent, [key(scheme, "n&w")], TOLD, NOW)
    assert again.url == "https://e.com/?a=1&token=n%26w#x"


@pytest.mark.parametrize("name", ["static-header-token", "query-token"])
@pytest.mark.parametrize("told", [{}, {"header": 3, "parameter": True}])
def test_settings_must_say_where(name, told) -> None:
    scheme = scheme_called(name, SCHEMES)
    found = verdict(scheme, make_request(), key(scheme), settings=told)
    assert (found.status, fact(found, "settings").holds) == (Status.INVALID, False)
    with pytest.raises(KnownError):
        scheme.sign(make_request(), [key(scheme)], told, NOW)


def test_an_empty_token_fits_nothing() -> None:
    scheme = scheme_called("gitlab-token", SCHEMES)
    sent = make_request(fields=((b"X-Gitlab-Token", b""),))
    assert status(scheme, sent, key(scheme, "")) is Status.INVALID
    with pytest.raises(KnownError):
        scheme.sign(sent, [key(scheme, "")], {}, NOW)
