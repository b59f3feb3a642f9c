import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.payments import PAYMENTS

ADYEN = {
    "live": "false",
    "notificationItems": [
        {
            "NotificationRequestItem": {
                "eventCode": "AUTHORISATION",
                "eventDate": "2021-01-01T01:00:00+01:00",
                "pspReference": "NC6HT9CRT65ZGN82",
                "success": "true",
            }
        }
    ],
}
BRAINTREE = (
    "bt_signature=key%7C9e1a&bt_payload=PG5vdGlmaWNhdGlvbj4KICAgIDx0aW1lc3RhbXAgdHlwZT0iZGF0ZXRpbWUiPjIwMjYtMDEtMDJUMDA6"
    "MDA6MDBaPC90aW1lc3RhbXA%2BCiAgICA8a2luZD5zdWJzY3JpcHRpb25fd2VudF9wYXN0X2R1ZTwva2luZD4KPC9ub3RpZmljYXRpb24%2B%0A"
)
INTUIT = {
    "eventNotifications": [
        {
            "realmId": "1185883450",
            "dataChangeEvent": {
                "entities": [
                    {"name": "Customer", "id": "1", "operation": "Create", "lastUpdated": "2015-10-05T14:42:19-07:00"}
                ]
            },
        }
    ]
}

EXAMPLES = (
    Example(
        "stripe",
        {
            "id": "evt_1NG8Du2e",
            "object": "event",
            "created": 1686089970,
            "livemode": False,
            "type": "setup_intent.created",
        },
        "setup_intent.created",
        "evt_1NG8Du2e",
        live=False,
        sent="2023-06-06T22:19:30Z",
    ),
    Example(
        "square",
        {
            "merchant_id": "6SSW7",
            "type": "payment.created",
            "event_id": "13b867cf",
            "created_at": "2020-02-06T21:27:34.308Z",
        },
        "payment.created",
        "13b867cf",
        2,
        live=False,
        sent="2020-02-06T21:27:34.308Z",
        headers=(("Square-Retry-Number", "1"), ("Square-Environment", "Sandbox")),
    ),
    Example(
        "paypal",
        {
            "id": "WH-2WR32451HC0233532",
            "create_time": "2018-12-10T21:20:49.000Z",
            "event_type": "PAYMENT.CAPTURE.COMPLETED",
        },
        "PAYMENT.CAPTURE.COMPLETED",
        "WH-2WR32451HC0233532",
        live=False,
        sent="2018-12-10T21:20:49Z",
        headers=(
            ("PAYPAL-TRANSMISSION-ID", "b2384410-f8d2"),
            ("PAYPAL-CERT-URL", "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1"),
        ),
    ),
    Example(
        "paypal",
        "txn_type=web_accept&txn_id=61E67681CH3238416&payment_status=Completed&ipn_track_id=1a2b",
        "web_accept",
        "61E67681CH3238416:Completed",
    ),
    Example("braintree", BRAINTREE, "subscription_went_past_due", sent="2026-01-02T00:00:00Z"),
    Example(
        "adyen",
        ADYEN,
        "AUTHORISATION",
        "NC6HT9CRT65ZGN82:AUTHORISATION",
        live=False,
        sent="2021-01-01T00:00:00Z",
    ),
    Example(
        "adyen",
        {"type": "balancePlatform.transfer.created", "environment": "live", "data": {"id": "48POO45T0CO3FX7D"}},
        "balancePlatform.transfer.created",
        "48POO45T0CO3FX7D:balancePlatform.transfer.created",
        live=True,
    ),
    Example(
        "paddle",
        {"event_id": "evt_01h", "event_type": "transaction.billed", "occurred_at": "2023-08-21T11:57:47.390Z"},
        "transaction.billed",
        "evt_01h",
        sent="2023-08-21T11:57:47.390Z",
    ),
    Example(
        "paddle",
        "alert_id=1234567&alert_name=payment_succeeded&event_time=2017-08-08+10%3A47%3A47&p_signature=x",
        "payment_succeeded",
        "1234567",
        sent="2017-08-08T10:47:47Z",
    ),
    Example(
        "lemonsqueezy",
        {
            "meta": {"event_name": "order_created"},
            "data": {"attributes": {"test_mode": True, "updated_at": "2023-01-17T12:26:23.000000Z"}},
        },
        "order_created",
        live=False,
        sent="2023-01-17T12:26:23Z",
        headers=(("X-Event-Name", "order_created"),),
    ),
    Example(
        "razorpay",
        {"entity": "event", "account_id": "acc_BFQ7", "event": "payment.authorized", "created_at": 1567674599},
        "payment.authorized",
        "FGyXzyBFqXNeoL",
        sent="2019-09-05T09:09:59Z",
        headers=(("x-razorpay-event-id", "FGyXzyBFqXNeoL"),),
    ),
    Example(
        "mollie",
        {"resource": "event", "id": "event_GvJ8", "type": "payment-link.paid", "createdAt": "2024-12-16T15:59:04.0Z"},
        "payment-link.paid",
        "event_GvJ8",
        sent="2024-12-16T15:59:04Z",
    ),
    Example(
        "plaid",
        {"webhook_type": "TRANSACTIONS", "webhook_code": "SYNC_UPDATES_AVAILABLE", "environment": "production"},
        "TRANSACTIONS.SYNC_UPDATES_AVAILABLE",
        live=True,
    ),
    Example(
        "coinbase",
        {
            "attempt_number": 3,
            "event": {"id": "24934862", "type": "charge:confirmed", "created_at": "2018-01-01T00:00:00Z"},
        },
        "charge:confirmed",
        "24934862",
        3,
        sent="2018-01-01T00:00:00Z",
    ),
    Example(
        "gocardless",
        {
            "events": [
                {
                    "id": "EV123",
                    "created_at": "2014-08-03T12:00:00.000Z",
                    "resource_type": "payments",
                    "action": "confirmed",
                }
            ],
            "meta": {"webhook_id": "WB123"},
        },
        "payments.confirmed",
        "WB123",
        sent="2014-08-03T12:00:00Z",
    ),
    Example(
        "paystack",
        {"event": "charge.success", "data": {"id": 302961, "domain": "test", "paid_at": "2016-09-30T21:10:19.000Z"}},
        "charge.success",
        "charge.success:302961",
        live=False,
        sent="2016-09-30T21:10:19Z",
    ),
    Example(
        "modern-treasury",
        {
            "event": "created",
            "data": {"id": "f80b", "object": "payment_order", "live_mode": True, "updated_at": "2020-08-12T00:32:02Z"},
        },
        "payment_order.created",
        "58b1c42d",
        live=True,
        sent="2020-08-12T00:32:02Z",
        headers=(("X-Topic", "payment_order"), ("X-Webhook-ID", "58b1c42d")),
    ),
    Example(
        "checkout",
        {"id": "evt_az5s", "type": "payment_approved", "created_on": "2019-08-24T14:15:22Z"},
        "payment_approved",
        "evt_az5s",
        sent="2019-08-24T14:15:22Z",
    ),
    Example(
        "chargebee",
        {"id": "ev_16BPgETyVrQbiGhA", "occurred_at": 1702645601, "event_type": "subscription_created"},
        "subscription_created",
        "ev_16BPgETyVrQbiGhA",
        sent="2023-12-15T13:06:41Z",
    ),
    Example(
        "wise",
        {
            "event_type": "transfers#state-change",
            "sent_at": "2020-01-01T12:34:57Z",
            "data": {"occurred_at": "2020-01-01T12:34:56Z"},
        },
        "transfers#state-change",
        "d1f2",
        live=False,
        sent="2020-01-01T12:34:56Z",
        headers=(("X-Delivery-Id", "d1f2"), ("X-Test-Notification", "true")),
    ),
    Example(
        "polar",
        {"type": "order.paid", "timestamp": "2024-11-26T16:00:00Z", "data": {}},
        "order.paid",
        "msg_1",
        sent="2024-11-26T16:00:00Z",
        headers=(("webhook-id", "msg_1"), ("webhook-timestamp", "1732636801")),
    ),
    Example(
        "xero",
        {
            "events": [
                {
                    "eventCategory": "INVOICE",
                    "eventType": "UPDATE",
                    "tenantId": "c2cc9b6e",
                    "eventDateUtc": "2017-06-21T01:15:39.902",
                }
            ],
            "firstEventSequence": 1,
            "lastEventSequence": 2,
        },
        "INVOICE.UPDATE",
        "c2cc9b6e:1:2",
        sent="2017-06-21T01:15:39.902Z",
    ),
    Example("intuit", INTUIT, "Customer.Create", sent="2015-10-05T14:42:19-07:00"),
    Example(
        "intuit",
        [{"specversion": "1.0", "id": "88cd52aa", "type": "qbo.customer.created.v1", "time": "2025-09-10T21:31:25Z"}],
        "qbo.customer.created.v1",
        "88cd52aa",
        sent="2025-09-10T21:31:25Z",
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in PAYMENTS} == {example.provider for example in EXAMPLES}
