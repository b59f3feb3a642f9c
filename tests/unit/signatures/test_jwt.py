from dataclasses import replace

import pytest
from hypothesis import given

from tests.key_pairs import (
    BODIES,
    NOW,
    junk_requests,
    make_request,
    private_key,
    public_key,
    scheme_called,
    status,
    survives_junk,
    with_body,
)
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.jwt import RECIPES, SCHEMES, canonical_request
from webhook_inspector.signatures.scheme import Key

SECRET = Key("secret", "a-secret-of-some-length-0123456789")
KINDS = {"ES256": "p256", "RS256": "rsa"}
SETTINGS = {"audience": "https://hooks.example.com", "email": "push@example.com", "api_key": "APIdev"}
BODY_FREE = {"atlassian-connect-jwt", "google-pubsub-oidc"}
ALL = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)


def keys(recipe, number: int = 1):
    kind = KINDS.get(recipe.algorithms[0])
    if kind is None:
        return (replace(SECRET, value=f"{SECRET.value}{number}"),) * 2
    return private_key(kind, number), public_key(kind, number)


def signed(recipe, body: bytes = b"{}"):
    scheme = scheme_called(recipe.name, SCHEMES)
    return scheme, scheme.sign(make_request(body), [keys(recipe)[0]], SETTINGS, NOW)


@ALL
@given(BODIES)
def test_what_is_signed_is_valid_for_its_body_and_key_only(recipe, body) -> None:
    scheme, sent = signed(recipe, body)
    assert status(scheme, sent, keys(recipe)[1], settings=SETTINGS) is Status.VALID
    assert status(scheme, sent, keys(recipe, 2)[1], settings=SETTINGS) is Status.INVALID
    expected = Status.VALID if recipe.name in BODY_FREE else Status.INVALID
    assert status(scheme, with_body(sent, body + b"!"), keys(recipe)[1], settings=SETTINGS) is expected


@ALL
def test_tokens_end(recipe) -> None:
    scheme, sent = signed(recipe)
    lasting = dict(recipe.times).get("exp")
    late = NOW + (lasting or 0) + recipe.leeway
    expected = Status.EXPIRED if lasting else Status.VALID
    assert status(scheme, sent, keys(recipe)[1], settings=SETTINGS, now=late) is expected
    assert status(scheme, sent, keys(recipe)[1], settings=SETTINGS, now=late - 1) is Status.VALID


@ALL
@given(
    sent=junk_requests(b"Authorization", b"X-Webhook-Signature", b"Plaid-Verification", b"MessageBird-Signature-JWT")
)
def test_junk(recipe, sent) -> None:
    survives_junk(scheme_called(recipe.name, SCHEMES), sent, keys(recipe)[0], settings=SETTINGS)


def changed_setting(name: str, **settings: str) -> Status:
    recipe = next(recipe for recipe in RECIPES if recipe.name == name)
    scheme, sent = signed(recipe)
    return status(scheme, sent, keys(recipe)[1], settings=SETTINGS | settings)


def test_settings_bind_claims() -> None:
    assert changed_setting("google-pubsub-oidc", audience="https://other.example") is Status.INVALID
    assert changed_setting("google-pubsub-oidc", email="other@example.com") is Status.INVALID
    assert changed_setting("livekit", api_key="APIother") is Status.INVALID
    assert changed_setting("google-pubsub-oidc", audience="") is Status.VALID


def url_is_bound(name: str) -> Status:
    recipe = next(recipe for recipe in RECIPES if recipe.name == name)
    scheme, sent = signed(recipe)
    return status(scheme, replace(sent, url="https://hooks.example.com/other"), keys(recipe)[1], settings=SETTINGS)


@pytest.mark.parametrize("name", ["messagebird", "atlassian-connect-jwt"])
def test_the_url_is_bound(name) -> None:
    assert url_is_bound(name) is Status.INVALID


@pytest.mark.parametrize("name", ["messagebird", "atlassian-connect-jwt"])
def test_the_url_as_the_sender_knows_it(name) -> None:
    recipe = next(recipe for recipe in RECIPES if recipe.name == name)
    scheme, sent = signed(recipe)
    behind_a_proxy = replace(sent, url="http://127.0.0.1:8787/local")
    settings = SETTINGS | {"signed_url": sent.url}
    assert status(scheme, behind_a_proxy, keys(recipe)[1], settings=settings) is Status.VALID


def test_the_method_is_bound_by_atlassian() -> None:
    recipe = next(recipe for recipe in RECIPES if recipe.name == "atlassian-connect-jwt")
    scheme, sent = signed(recipe)
    assert status(scheme, replace(sent, method="PUT"), keys(recipe)[1]) is Status.INVALID
    swapped = replace(sent, url="https://hooks.example.com/hook?a=x+y&b=2&jwt=old")
    assert status(scheme, swapped, keys(recipe)[1]) is Status.VALID


@pytest.mark.parametrize(
    ("method", "url", "expected"),
    [
        (
            "get",
            "https://x/rest/api/2/issue?zee_last=param&repeated=parameter%201&first=param&repeated=parameter 2",
            "GET&/rest/api/2/issue&first=param&repeated=parameter%201,parameter%202&zee_last=param",
        ),
        ("POST", "https://x", "POST&/&"),
        ("POST", "https://x/a&b/?jwt=1", "POST&/a%26b&"),
        ("POST", "https://x/?a=~%7e*%2A+%20&b", "POST&/&a=~~%2A%2A%20%20&b="),
    ],
)
def test_canonical_request(method, url, expected) -> None:
    assert canonical_request(method, url) == expected.encode()
