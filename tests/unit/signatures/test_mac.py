import pytest

from tests.key_pairs import make_request
from tests.shared_secrets import secret
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status, Step
from webhook_inspector.signatures.claim import Claim, Offer
from webhook_inspector.signatures.keyed import HEX, Method
from webhook_inspector.signatures.mac import mac_scheme, of_kinds
from webhook_inspector.signatures.reading import malformed
from webhook_inspector.signatures.signing import with_field


def put(request, _settings, _now, signature):
    return type(request)(request.method, request.url, with_field(request.fields, b"x-sig", signature), request.body)


def made(method=HEX, checks=()):
    def read(request, _settings):
        return Claim("x-sig", (Offer(dict(request.fields).get(b"x-sig", b"")),), (request.body,), method, checks=checks)

    return mac_scheme("x", "X", read, put, official=False)


def test_a_scheme_of_two_functions() -> None:
    scheme = made()
    assert (scheme.name, scheme.title, scheme.official, scheme.key_kinds) == ("x", "X", False, ("secret",))
    sent = scheme.sign(make_request(), [secret()], {}, 0)
    assert scheme.verify(sent, [secret()], {}, 0).status is Status.VALID
    assert scheme.verify(sent, [secret(number=2)], {}, 0).status is Status.INVALID


def reason(scheme, *keys) -> str:
    with pytest.raises(KnownError) as caught:
        scheme.sign(make_request(), keys, {}, 0)
    return str(dict(caught.value.problem.particulars)["reason"])


def test_why_something_cannot_be_signed() -> None:
    assert reason(made()) == "it takes a secret"
    assert reason(made(), secret(kind="token")) == "it takes a secret"
    assert reason(made(Method(key="hex")), secret()) == "key 1 is not hex"
    assert reason(made(checks=(Step("content", False, "the hash differs"),)), secret()) == "the hash differs"
    stopped = mac_scheme("x", "X", lambda _request, _settings: malformed("x-sig", "it is empty"), put)
    assert reason(stopped, secret()) == "it is empty"


def test_the_first_key_that_can_be_used_signs() -> None:
    scheme = made(Method(key="hex"))
    sent = scheme.sign(make_request(), [secret("text"), secret("hex")], {}, 0)
    assert scheme.verify(sent, [secret("hex")], {}, 0).status is Status.VALID
    assert of_kinds([secret(), secret(kind="token")], ("token",)) == [secret(kind="token")]
