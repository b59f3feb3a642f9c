import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authority import root
from tests.key_pairs import NOW, certificate, junk_requests, make_request, private, private_key, public_key, with_header
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.certificates import CERTIFICATE, TIME
from webhook_inspector.signatures.encodings import to_base64url
from webhook_inspector.signatures.published import SOURCES, Published, published
from webhook_inspector.signatures.registry import SCHEMES, sign, verify
from webhook_inspector.signatures.scheme import Key, Request

SNS_URL = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123abcd.pem"
PAYPAL_URL = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594"
WEBHOOK = {"webhook_id": "1JE4291016473214C"}
ROOT = root(NOW)
MESSAGE = {
    "Type": "Notification",
    "MessageId": "22b80b92",
    "TopicArn": "arn:aws:sns:us-east-1:123456789012:MyTopic",
    "Message": "hello",
    "Timestamp": "2026-01-02T00:50:00.000Z",
}


def sns(url: str = SNS_URL, **members: object) -> Request:
    return make_request(json.dumps({**MESSAGE, "Signature": "AAAA", "SigningCertURL": url, **members}).encode())


def paypal(url: str = PAYPAL_URL) -> Request:
    return make_request(fields=((CERTIFICATE, url.encode()), (TIME, b"2026-01-02T00:50:00Z")))


def google(kid: str = "kid-1") -> Request:
    key = private_key("rsa", key_id=kid)
    return sign(make_request(), "google-pubsub-oidc", [key], {}, NOW)


def found(request: Request, scheme: str) -> Published:
    place = published(request, scheme)
    assert place is not None
    return place


def code(outcome: tuple[Key, ...] | Problem | None) -> str:
    assert isinstance(outcome, Problem)
    assert "{" not in sentence(outcome), "a gap is left open"
    return outcome.code


def jwk(kid: str, number: int = 1, **members: str) -> dict[str, str]:
    numbers = private("rsa", number).public_key().public_numbers()
    n, e = (to_base64url(part.to_bytes(length, "big")) for part, length in ((numbers.n, 256), (numbers.e, 3)))
    return {"kty": "RSA", "kid": kid, "alg": "RS256", "n": n, "e": e, **members}


def jwks(*keys: object) -> bytes:
    return json.dumps({"keys": keys}).encode()


def test_every_source_is_of_a_scheme_that_takes_its_keys() -> None:
    assert len({one.scheme for one in SOURCES}) == len(SOURCES)
    assert all("public_key_pem" in SCHEMES[one.scheme].key_kinds for one in SOURCES)


@pytest.mark.parametrize(
    ("request_", "scheme", "url"),
    [
        (sns(), "aws-sns", SNS_URL),
        (
            sns("https://sns.cn-north-1.amazonaws.com.cn/a.pem"),
            "aws-sns",
            "https://sns.cn-north-1.amazonaws.com.cn/a.pem",
        ),
        (sns("", SigningCertUrl=SNS_URL), "aws-sns", SNS_URL),
        (paypal(), "paypal", PAYPAL_URL),
        (paypal(PAYPAL_URL.replace("api.", "api.sandbox.")), "paypal", PAYPAL_URL.replace("api.", "api.sandbox.")),
        (google(), "google-pubsub-oidc", "https://www.googleapis.com/oauth2/v3/certs"),
        (make_request(), "kick", "https://api.kick.com/public/v1/public-key"),
        (make_request(), "woovi", "https://api.woovi.com/api/v1/webhook/public-keys"),
    ],
)
def test_where_keys_are_published(request_, scheme, url) -> None:
    place = found(request_, scheme)
    assert (place.url, place.problem) == (url, None)
    assert place.host == url.split("/")[2]


@pytest.mark.parametrize(
    "scheme", ["stripe", "discord", "github", "rfc9421", "aws-sns", "paypal", "plaid", "", "no such"]
)
def test_where_nothing_is_published_or_the_request_names_nothing(scheme) -> None:
    assert published(make_request(), scheme) is None


def test_plaid_gives_its_keys_to_customers_only() -> None:
    request = sign(make_request(), "plaid", [private_key("p256", key_id="kid-9")], {}, NOW)
    place = found(request, "plaid")
    assert code(place.problem) == "published-private"
    assert "kid-9" in sentence(place.problem)
    assert (place.url, place.host) == ("", "")


@pytest.mark.parametrize(
    "url",
    [
        "http://{host}{path}",
        "https://{host}:443{path}",
        "https://{host}:8443{path}",
        "https://user@{host}{path}",
        "https://{host}@evil.org{path}",
        "https://evil.org{path}",
        "https://evil.org/{host}{path}",
        "https://{host}.evil.org{path}",
        "https://evil{host}{path}",
        "https://evil.org#{host}{path}",
        "https://evil.org\\@{host}{path}",
        "https://{host}{path}?x=.pem",
        "https://{host}{path}#x",
        "https://{host}/x/..{path}",
        "https://{host}{path}\n",
        " https://{host}{path}",
        "https://{host}./{path}",
        "https://127.0.0.1{path}",
        "https://[::1]{path}",
        "https://[::1{path}",
        "file://{path}",
        "{host}{path}",
        "ftp",
    ],
)
def test_other_places_are_refused(url) -> None:
    for make, scheme, right in ((sns, "aws-sns", SNS_URL), (paypal, "paypal", PAYPAL_URL)):
        host, _, rest = right.removeprefix("https://").partition("/")
        place = found(make(url.format(host=host, path=f"/{rest}")), scheme)
        assert code(place.problem) == "published-elsewhere"


@pytest.mark.parametrize(
    "url",
    [
        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&x=.pem",
        "https://sns.us-east-1.amazonaws.com/a.txt",
        "https://s3.us-east-1.amazonaws.com/a.pem",
        "https://sns.a.amazonaws.com/a.pem",
        "https://sns.us.east.amazonaws.com/a.pem",
        "https://sns.us-east-1.amazonaws.com.br/a.pem",
    ],
)
def test_other_places_at_amazon_are_refused(url) -> None:
    assert code(found(sns(url), "aws-sns").problem) == "published-elsewhere"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paypal.com/v1/notifications/certs/CERT-1",
        "https://api.paypal.com/v1/other/CERT-1",
        "https://api.paypal.com/v1/notifications/certs/../../x",
        "https://api.sandbox.sandbox.paypal.com/v1/notifications/certs/CERT-1",
    ],
)
def test_other_places_at_paypal_are_refused(url) -> None:
    assert code(found(paypal(url), "paypal").problem) == "published-elsewhere"


def test_a_long_url_is_cut_where_it_is_shown() -> None:
    problem = found(sns("https://evil.org/" + "x" * 5_000), "aws-sns").problem
    assert problem is not None
    assert len(sentence(problem)) < 500


def test_a_certificate_becomes_a_key_that_verifies() -> None:
    for request, scheme, settings, name in (
        (sns(), "aws-sns", {}, "sns.amazonaws.com"),
        (make_request(), "paypal", WEBHOOK, "messageverificationcerts.paypal.com"),
    ):
        url = SNS_URL if scheme == "aws-sns" else PAYPAL_URL
        sent = sign(request, scheme, [private_key("rsa", key_id=url)], settings, NOW)
        keys = found(sent, scheme).keys_of(certificate(name).value.encode())
        assert isinstance(keys, tuple)
        verdict = verify(sent, scheme, keys, settings, NOW)
        assert verdict.status is Status.VALID
        assert verdict.key_label == f"the key of {url.split('/')[2]}"


@pytest.mark.parametrize(("request_", "scheme"), [(sns(), "aws-sns"), (paypal(), "paypal")])
def test_a_certificate_must_be_the_providers_and_in_force(request_, scheme) -> None:
    names = {"aws-sns": "sns.amazonaws.com", "paypal": "messageverificationcerts.paypal.com"}
    place = found(request_, scheme)
    for answer in (
        *(certificate(name).value.encode() for other, name in names.items() if other != scheme),
        certificate("evil.org").value.encode(),
        certificate(names[scheme], days=-1).value.encode(),
        b"",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ):
        assert code(place.keys_of(answer)) == "published-distrusted"
    good = certificate(names[scheme]).value.encode()
    assert code(replace(place, signed_at=None).keys_of(good)) == "published-distrusted"


def test_a_chain_that_comes_along_must_lead_to_a_root() -> None:
    name = "messageverificationcerts.paypal.com"
    between = ROOT.issue("Between", NOW, authority=True)
    leaf = between.issue(name, NOW, key=private("rsa"))
    place = found(paypal(), "paypal")
    keys = place.keys_of(leaf.pem + between.pem, (ROOT.der,))
    assert keys == (Key("certificate_pem", leaf.pem.decode(), PAYPAL_URL, label="the key of api.paypal.com"),)
    assert code(place.keys_of(leaf.pem + between.pem, (root(NOW, "Other").der,))) == "published-distrusted"


def test_the_keys_of_a_set_by_their_ids() -> None:
    place = found(google("kid-1"), "google-pubsub-oidc")
    keys = place.keys_of(jwks(jwk("kid-0", 2), jwk("kid-1"), {"kty": "new", "kid": "x"}, jwk("kid-2", n="#")))
    assert isinstance(keys, tuple)
    assert [key.id for key in keys] == ["kid-0", "kid-1"]
    assert verify(google("kid-1"), "google-pubsub-oidc", keys, {}, NOW).status is Status.VALID
    assert verify(google("kid-0"), "google-pubsub-oidc", keys, {}, NOW).status is Status.INVALID


def test_a_set_without_the_key_that_the_request_names() -> None:
    place = found(google("kid-7"), "google-pubsub-oidc")
    assert code(place.keys_of(jwks(jwk("kid-1")))) == "published-missing"
    assert isinstance(replace(place, key_id="").keys_of(jwks(jwk("kid-1"))), tuple)


def test_a_published_secret_is_no_key() -> None:
    place = found(google(), "google-pubsub-oidc")
    assert code(place.keys_of(jwks({"kty": "oct", "kid": "kid-1", "k": "c2VjcmV0"}))) == "published-unreadable"


@pytest.mark.parametrize(
    ("scheme", "shape"),
    [("kick", lambda pem: {"data": {"public_key": pem}}), ("woovi", lambda pem: {"public_keys": [{"key": pem}]})],
)
def test_public_keys_inside_json(scheme, shape) -> None:
    sent = sign(make_request(), scheme, [private_key("rsa")], {}, NOW)
    place = found(sent, scheme)
    keys = place.keys_of(json.dumps(shape(public_key("rsa").value)).encode())
    assert isinstance(keys, tuple)
    assert verify(sent, scheme, keys, {}, NOW).status is Status.VALID
    for wrong in (private_key("rsa").value, "", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", None, 1):
        assert code(place.keys_of(json.dumps(shape(wrong)).encode())) == "published-unreadable"


def test_several_public_keys() -> None:
    texts = [public_key("rsa", number).value for number in (1, 2)]
    answer = json.dumps({"public_keys": [{"key": text} for text in texts]}).encode()
    keys = found(make_request(), "woovi").keys_of(answer)
    assert isinstance(keys, tuple)
    assert [key.value for key in keys] == [text.strip() for text in texts]


PLACES = [
    found(request, scheme)
    for request, scheme in (
        (sns(), "aws-sns"),
        (paypal(), "paypal"),
        (google(), "google-pubsub-oidc"),
        (make_request(), "kick"),
        (make_request(), "woovi"),
    )
]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
NAMES = st.sampled_from(["keys", "data", "public_key", "public_keys", "key", "kty", "kid", "n", "e", "x", "crv", "alg"])
VALUES = LEAVES | st.sampled_from(["RSA", "EC", "OKP", "P-256", "Ed25519", "AQAB"])
JSON = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.source.scheme)
@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_junk_answers_are_a_problem(place, answer) -> None:
    assert code(place.keys_of(answer, (answer,))) in {"published-distrusted", "published-unreadable"}


@pytest.mark.parametrize("answer", [b"[" * 100_000, b'{"keys":' * 50_000, b"9" * 5_000, b"\xff\xfe", b'{"keys":[[]]}'])
def test_answers_that_are_hard_to_read(answer) -> None:
    assert {code(place.keys_of(answer)) for place in PLACES} == {"published-distrusted", "published-unreadable"}


@given(junk_requests(b"PAYPAL-CERT-URL", b"Authorization", b"Plaid-Verification"), st.text(max_size=80))
def test_junk_requests_name_no_place_of_their_own(request, url) -> None:
    known = {"https://api.kick.com/public/v1/public-key", "https://api.woovi.com/api/v1/webhook/public-keys"}
    for scheme in SCHEMES:
        for sent in (request, sns(url), with_header(request, CERTIFICATE, url.encode("utf-8", "surrogatepass"))):
            place = published(sent, scheme)
            assert place is None or place.problem is not None or place.url in known
