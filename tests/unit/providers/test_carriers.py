import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.carriers import CARRIERS

EXAMPLES = (
    Example(
        "standard-webhooks",
        {"type": "contact.created", "timestamp": "2022-11-03T20:26:10.344Z"},
        "contact.created",
        "msg_1",
        sent="2022-11-03T20:26:10.344Z",
        headers=(("webhook-id", "msg_1"), ("webhook-timestamp", "1667507171")),
    ),
    Example(
        "standard-webhooks",
        {"event": "contact.created"},
        "contact.created",
        "msg_1",
        sent="2022-11-03T20:26:11Z",
        headers=(("Webhook-Id", "msg_1"), ("Webhook-Timestamp", "1667507171")),
    ),
    Example(
        "svix",
        {"eventType": "user.signup"},
        "user.signup",
        "msg_2",
        sent="2022-11-03T20:26:11Z",
        headers=(("svix-id", "msg_2"), ("svix-timestamp", "1667507171")),
    ),
    Example(
        "cloudevents",
        {
            "specversion": "1.0",
            "type": "com.example.someevent",
            "source": "/c",
            "id": "A234-1234-1234",
            "time": "2018-04-05T17:31:00Z",
        },
        "com.example.someevent",
        "A234-1234-1234",
        sent="2018-04-05T17:31:00Z",
    ),
    Example(
        "aws-sns",
        {"Type": "Notification", "MessageId": "22b80b92", "Timestamp": "2012-05-02T00:54:06.655Z"},
        "Notification",
        "22b80b92",
        sent="2012-05-02T00:54:06.655Z",
    ),
    Example(
        "google-pubsub",
        {
            "deliveryAttempt": 5,
            "message": {
                "attributes": {"eventType": "OBJECT_FINALIZE"},
                "messageId": "2070443601311540",
                "publishTime": "2021-02-26T19:13:55.749Z",
            },
        },
        "OBJECT_FINALIZE",
        "2070443601311540",
        5,
        sent="2021-02-26T19:13:55.749Z",
    ),
    Example(
        "google",
        b"",
        "update",
        "4ba78bf0:10",
        headers=(
            ("X-Goog-Resource-State", "update"),
            ("X-Goog-Channel-ID", "4ba78bf0"),
            ("X-Goog-Message-Number", "10"),
        ),
    ),
    Example(
        "azure-event-grid",
        [{"id": "1807", "eventType": "recordInserted", "eventTime": "2017-08-10T21:03:07+00:00"}],
        "recordInserted",
        "1807",
        1,
        sent="2017-08-10T21:03:07Z",
        headers=(("aeg-event-type", "Notification"), ("aeg-delivery-count", "0")),
    ),
    Example("microsoft-graph", {"value": [{"subscriptionId": "1", "changeType": "created"}]}, "created"),
    Example("hook0", {"event": "user.created"}, "user.created", "evt-1", headers=(("X-Event-Id", "evt-1"),)),
    Example(
        "hookdeck",
        {"type": "order.paid"},
        "order.paid",
        "evt_x",
        2,
        headers=(("X-Hookdeck-EventID", "evt_x"), ("X-Hookdeck-Attempt-Count", "2")),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in CARRIERS} == {example.provider for example in EXAMPLES}
