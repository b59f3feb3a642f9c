import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.providers import test_brazil, test_carriers, test_messages, test_payments
from tests.unit.providers.examples import Example
from webhook_inspector.providers.recognise import recognise
from webhook_inspector.providers.table import PROVIDERS

BODIES: tuple[tuple[str, object], ...] = (
    ("stripe", {"id": "evt_1", "object": "event", "api_version": "2024-06-20", "type": "invoice.paid"}),
    ("stripe", {"type": "x", "data": {}, "object": "v2.core.event", "id": "evt_test_1", "livemode": False}),
    ("openai", {"object": "event", "id": "evt_1", "type": "response.completed", "created_at": 1}),
    ("clerk", {"data": {}, "object": "event", "type": "user.created", "instance_id": "ins_1"}),
    ("mercadopago", {"id": 1, "live_mode": True, "type": "payment", "action": "payment.created", "data": {"id": "9"}}),
    ("mercadopago", {"resource": "https://api.mercadolibre.com/collections/1", "topic": "payment"}),
    ("asaas", {"id": "evt_1&2", "event": "PAYMENT_RECEIVED", "payment": {"object": "payment"}}),
    ("asaas", {"event": "SUBSCRIPTION_CREATED", "subscription": {}}),
    (
        "hotmart",
        {"id": "1", "creation_date": 1, "event": "SUBSCRIPTION_CANCELLATION", "version": "2.0.0", "subscription": {}},
    ),
    ("pagbank", {"id": "ORDE_F87334AC", "reference_id": "ex-00001", "charges": []}),
    ("telegram", {"update_id": 10000, "message": {}}),
    ("slack", {"token": "t", "team_id": "T1", "api_app_id": "A1", "event": {"type": "x"}, "type": "event_callback"}),
    ("slack", {"token": "t", "challenge": "c", "type": "url_verification"}),
    ("aws-sns", {"Type": "SubscriptionConfirmation", "MessageId": "1", "Token": "2", "TopicArn": "arn:aws:sns:x"}),
    ("adyen", {"live": "false", "notificationItems": [{"NotificationRequestItem": {}}]}),
    ("pagarme", {"id": "hook_1", "account": {"id": "acc_1", "name": "x"}, "type": "order.paid"}),
    ("postmark", {"RecordType": "Bounce", "MessageID": "1"}),
    ("hubspot", [{"objectId": 1, "portalId": 33, "subscriptionType": "contact.creation"}]),
    ("woovi", {"event": "OPENPIX:CHARGE_COMPLETED", "charge": {}}),
    ("abacatepay", {"id": "log_1", "data": {}, "devMode": False, "event": "billing.paid"}),
    ("efi", {"pix": [{"endToEndId": "E18", "txid": "f"}]}),
    ("hotmart", {"id": "1", "creation_date": 16324, "event": "PURCHASE_APPROVED", "version": "2.0.0"}),
    ("razorpay", {"entity": "event", "account_id": "acc_1", "event": "payment.authorized"}),
    ("meta", {"object": "whatsapp_business_account", "entry": []}),
    ("line", {"destination": "U" + "0a" * 16, "events": []}),
    ("intercom", {"type": "notification_event", "topic": "user.created"}),
    ("paypal", {"id": "WH-1", "event_type": "PAYMENT.CAPTURE.COMPLETED"}),
    ("paddle", {"event_id": "evt_01", "event_type": "transaction.paid", "notification_id": "ntf_01"}),
    ("cloudevents", {"specversion": "1.0", "type": "t", "source": "/s", "id": "1"}),
)

FORMS = (
    ("pagarme", b"id=1&fingerprint=a&event=transaction_status_changed&current_status=paid"),
    ("pagbank", b"notificationCode=1&notificationType=transaction"),
    ("iugu", b"event=invoice.created&data%5Bid%5D=1"),
    ("twilio", b"MessageSid=SM1&AccountSid=AC1"),
    ("slack", b"token=x&team_id=T0001&command=%2Fweather"),
    ("paypal", b"txn_type=cart&ipn_track_id=1"),
)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(("provider", "body"), BODIES)
def test_a_body_in_the_form_of_a_documentation(provider: str, body: object, indent: int | None) -> None:
    assert recognise((), json.dumps(body, indent=indent).encode()) == provider
    assert recognise((), b"\xef\xbb\xbf\n" + json.dumps(body, indent=indent).encode()) == provider
    assert provider in PROVIDERS


@pytest.mark.parametrize(("provider", "body"), FORMS)
def test_a_form(provider: str, body: bytes) -> None:
    assert recognise((), body) == provider
    assert provider in PROVIDERS


def test_binary_cloudevents() -> None:
    assert recognise(((b"Host", b"x"), (b"CE-SpecVersion", b"1.0")), b"anything") == "cloudevents"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"{}",
        b'{"hello": "world"}',
        b'{"event": "user.created", "id": "1"}',
        b'{"object": "event", "id": "1"}',
        b'{"object": "invoice", "id": "evt_1"}',
        b'{"action": "opened", "data": {"id": "1"}}',
        b'{"reference_id": "1", "id": "2"}',
        b'{"update_id": "text"}',
        b'{"text": "update_id"}',
        b"a=b&c=d",
        bytes(range(256)) * 20,
        b" " * 5_000 + b'{"update_id": 1}',
    ],
)
def test_what_nobody_in_particular_sends(body: bytes) -> None:
    assert recognise((), body) == ""


EXAMPLES = (*test_payments.EXAMPLES, *test_brazil.EXAMPLES, *test_messages.EXAMPLES, *test_carriers.EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_no_documented_request_is_taken_for_another_providers(example: Example) -> None:
    """Some providers send CloudEvents."""
    assert recognise((), example.raw) in ("", example.provider, "cloudevents")


@given(
    st.binary(max_size=300)
    | st.sampled_from([json.dumps(body).encode() for _, body in BODIES]).map(lambda body: body[:-9])
)
def test_junk_never_raises(body: bytes) -> None:
    assert recognise(((body[:14], body),), body) in {"", *PROVIDERS}
