"""django-anymail, which verifies for several mail providers that have no library of their own that does."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import django.conf

django.conf.settings.configure(ALLOWED_HOSTS=["*"], USE_TZ=True)

import django.test  # noqa: E402 (Django must be configured before)
from anymail.exceptions import AnymailWebhookValidationFailure  # noqa: E402
from anymail.webhooks import mailersend, mailgun, mandrill, postal, resend  # noqa: E402

from tests.crosscheck.library import (  # noqa: E402
    WHSEC,
    Library,
    asymmetric,
    changed_url,
    der_base64,
    form_request,
    headers,
    json_request,
    passes,
)
from webhook_inspector.signatures.scheme import Request  # noqa: E402

MAILGUN_EVENTS = (
    json_request(b'{"signature":{"timestamp":"1","token":"0123marked4567","signature":""},"event-data":{}}'),
    form_request(b"event=opened&timestamp=1&token=0123marked4567&signature=&city=Z%C3%BCrich"),
)
MANDRILL_EVENTS = (
    form_request(b"mandrill_events=%5B%7B%22event%22%3A%22marked%22%2C%22n%22%3A%22Zo%C3%AB+%22%7D%5D"),
    form_request(b"b=marked&a=%26%3D&empty=&mandrill_events=%5B%5D"),
)


def arrived(request: Request) -> django.test.RequestFactory:
    """The request as Django hands it to a view."""
    place = urlsplit(request.url)
    given = {name: said for name, said in headers(request).items() if name != "Content-Type"}
    return django.test.RequestFactory().generic(
        request.method,
        f"{place.path}?{place.query}",
        request.body,
        headers(request)["Content-Type"],
        secure=True,
        headers=given,
    )


def accepts(view: Callable[..., object], setting: str, request: Request, key: str) -> bool:
    return passes(lambda: view(**{setting: key}).run_validators(arrived(request)), AnymailWebhookValidationFailure)


MAILGUN = partial(accepts, mailgun.MailgunTrackingWebhookView, "webhook_signing_key")
MANDRILL = partial(accepts, mandrill.MandrillCombinedWebhookView, "webhook_key")
MAILERSEND = partial(accepts, mailersend.MailerSendTrackingWebhookView, "signing_secret")
POSTAL = partial(accepts, postal.PostalTrackingWebhookView, "webhook_key")


def resend_accepts(request: Request, key: str) -> bool:
    view = resend.ResendTrackingWebhookView
    view.signing_secret = None  # as `as_view` would make it
    return accepts(view, "signing_secret", request, key)


POSTAL_KEYS = asymmetric("rsa", lambda number: der_base64("rsa", number))

LIBRARIES = (
    Library("django-anymail Mailgun", "mailgun", MAILGUN, samples=MAILGUN_EVENTS),
    Library("django-anymail Mandrill", "mandrill", MANDRILL, samples=MANDRILL_EVENTS),
    Library("django-anymail Mandrill URL", "mandrill", MANDRILL, samples=MANDRILL_EVENTS, change=changed_url),
    Library("django-anymail MailerSend", "mailersend", MAILERSEND),
    Library("django-anymail Postal", "postal", POSTAL, pairs=POSTAL_KEYS),
    Library("django-anymail Resend", "svix", resend_accepts, pairs=WHSEC),
)
