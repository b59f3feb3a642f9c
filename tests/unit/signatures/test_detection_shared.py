import base64

import pytest

from tests.key_pairs import make_request
from webhook_inspector.signatures.detect import detect

HEX40, HEX64, B44 = "a" * 40, "b" * 64, "A" * 43 + "="
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def token(issuer: str) -> str:
    parts = (
        base64.urlsafe_b64encode(part).rstrip(b"=").decode()
        for part in (b'{"alg":"HS256"}', f'{{"iss":"{issuer}"}}'.encode(), b"sig")
    )
    return ".".join(parts)


@pytest.mark.parametrize(
    ("headers", "body", "scheme"),
    [
        ({"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1,x v1a,y"}, "", "standard-webhooks"),
        ({"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1a,x"}, "", "standard-webhooks-v1a"),
        ({"svix-id": "m", "svix-signature": "v1,x"}, "", "svix"),
        ({"X-HOTMART-HOTTOK": "t"}, "", "static-header-token"),
        ({"svix-id": "m", "svix-signature": "v1a,x"}, "", "standard-webhooks-v1a"),
        ({"webhook-signature": HEX64}, "", "gocardless"),
        ({"webhook-signature": B44}, "", None),
        ({"X-Gitea-Signature": HEX64, "X-GitHub-Event": "push", "X-Hub-Signature-256": "sha256=x"}, "", "gitea"),
        ({"X-Gogs-Signature": HEX64}, "", "gitea"),
        ({"X-GitHub-Event": "push", "X-Hub-Signature-256": "sha256=x", "X-Hub-Signature": "sha1=x"}, "", "github"),
        ({"X-GitHub-Event": "push", "X-Hub-Signature": "sha1=x"}, "", "github-sha1"),
        ({"X-Hub-Signature-256": "sha256=x", "X-Hub-Signature": "sha1=x"}, "", "meta"),
        ({"X-Hub-Signature": "sha256=x", "X-Event-Key": "repo:push"}, "", "bitbucket"),
        ({"X-Hub-Signature": "sha256=x", "X-Atlassian-Webhook-Identifier": "1"}, "", "jira"),
        ({"X-Hub-Signature": "sha256=x"}, "", "websub"),
        ({"X-Hub-Signature": "sha512=x"}, "", "websub"),
        ({"X-Hub-Signature": "sha1=x", "Link": '<https://h>; rel="hub"'}, "<feed/>", "websub"),
        ({"X-Hub-Signature": "sha1=x"}, "id=1&fingerprint=f&current_status=paid", "pagarme-v4"),
        ({"X-Hub-Signature": "sha1=x"}, '{"type":"notification_event","topic":"user"}', "intercom"),
        ({"X-Hub-Signature": "sha1=x"}, "{}", "github-sha1"),
        ({"x-signature": "ts=1,v1=a"}, "", "mercadopago"),
        ({"x-signature": HEX64, "X-Event-Name": "order"}, "", "lemonsqueezy"),
        ({"x-signature": HEX64, "X-Topic": "order"}, "", "modern-treasury"),
        ({"x-signature": HEX40}, "", "segment"),
        ({"x-signature": HEX64}, "", "generic-hmac"),
        ({"X-Webhook-Signature": "ey.ey.sig"}, "", "netlify"),
        ({"X-Webhook-Signature": "A" * 171 + "="}, "", "woovi"),
        ({"X-Webhook-Signature": "A" * 342 + "=="}, "", "woovi"),
        ({"X-Webhook-Signature": B44}, "", "abacatepay"),
        ({"X-Webhook-Signature": "x"}, "", None),
        ({"Signature": "sig=:x:", "Signature-Input": "sig=()"}, "", "rfc9421"),
        ({"Signature": 'keyId="x"'}, "", "cavage"),
        ({"Signature": HEX64}, "", "mailersend"),
        ({"Authorization": "JWT a.b.c"}, "", "atlassian-connect-jwt"),
        ({"Authorization": "HMAC x"}, "", "microsoft-teams-outgoing"),
        ({"Authorization": 'Signature keyId="x"'}, "", "cavage"),
        ({"Authorization": "a.b.c", "Content-Type": "application/webhook+json"}, "", "livekit"),
        ({"Authorization": "a.b.c"}, "", None),
        ({"Authorization": f"Bearer {token('https://accounts.google.com')}"}, "", "google-pubsub-oidc"),
        ({"Authorization": f"Bearer {token('Vonage')}"}, "", "vonage"),
        ({"Authorization": f"Bearer {token('other')}"}, "", "bearer-token"),
        ({"Authorization": "bearer x"}, "", "bearer-token"),
        ({"Authorization": "Basic x"}, "", "basic-auth"),
        ({"cf-webhook-auth": "x"}, "", "static-header-token"),
        ({"X-Any": "eyJhbGciOiJIUzI1NiJ9..c2ln"}, "", "jws-detached"),
        ({"x-amz-sns-message-type": "Notification"}, "", "aws-sns"),
        ({"aeg-event-type": "Notification"}, "", ""),
        ({"User-Agent": "HelloSign API"}, "", "dropbox-sign"),
        (FORM, "bt_signature=a%7Cb&bt_payload=c", "braintree"),
        (FORM, "a=1&p_signature=c", "paddle-classic"),
        (FORM, "mandrill_events=%5B%5D", "mandrill"),
        (FORM, "timestamp=1&token=2&signature=3", "mailgun"),
        (FORM, "timestamp=1&token=2", None),
        ({}, '{"notificationItems": []}', "adyen"),
        ({}, '{"x": "\\"notificationItems\\""}', None),
        ({}, '{"signature": {"token": "t"}}', "mailgun"),
        ({}, '{"signature": "token"}', None),
    ],
)
def test_the_second_look(headers, body, scheme) -> None:
    fields = tuple((name.encode(), value.encode()) for name, value in headers.items())
    found = detect(make_request(body.encode(), fields))
    assert (found.scheme if found else None) == scheme


def test_what_the_request_tells_becomes_a_setting() -> None:
    own = detect(make_request(fields=((b"X-Goog-Channel-Token", b"x"),)))
    assert own is not None
    assert dict(own.settings) == {"header": "x-goog-channel-token"}
    detached = detect(make_request(fields=((b"X-Jws", b"eyJhbGciOiJIUzI1NiJ9..c2ln"),)))
    assert detached is not None
    assert dict(detached.settings) == {"header": "x-jws"}
    query = detect(make_request(fields=(), url="https://e.com/?access_token=x"))
    assert query is not None
    assert (query.scheme, dict(query.settings)) == ("query-token", {"parameter": "access_token"})
    by_url = detect(make_request(fields=(), url="https://e.com/?jwt=x"))
    assert by_url is not None
    assert by_url.scheme == "atlassian-connect-jwt"
