import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.commerce import COMMERCE

EXAMPLES = (
    Example(
        "shopify",
        {"id": 820982911946154508, "test": True},
        "orders/create",
        "98880550-7158-44d4-b7cd-2c97c8a091b5",
        live=False,
        sent="2023-03-29T18:00:27.877Z",
        headers=(
            ("X-Shopify-Topic", "orders/create"),
            ("X-Shopify-Webhook-Id", "b54557e4"),
            ("X-Shopify-Event-Id", "98880550-7158-44d4-b7cd-2c97c8a091b5"),
            ("X-Shopify-Triggered-At", "2023-03-29T18:00:27.877Z"),
        ),
    ),
    Example(
        "shopify",
        {},
        "products/update",
        "b545",
        headers=(("shopify-topic", "products/update"), ("shopify-webhook-id", "b545")),
    ),
    Example(
        "woocommerce",
        {"id": 1},
        "order.updated",
        "7",
        headers=(("X-WC-Webhook-Topic", "order.updated"), ("X-WC-Webhook-Delivery-ID", "7")),
    ),
    Example(
        "bigcommerce",
        {"scope": "store/order/created", "hash": "3f9ea420af", "created_at": 1561482670},
        "store/order/created",
        "3f9ea420af",
        sent="2019-06-25T17:11:10Z",
    ),
    Example(
        "ecwid",
        {"eventId": "80aece08", "eventCreated": 1234567890, "eventType": "order.updated"},
        "order.updated",
        "80aece08",
        sent="2009-02-13T23:31:30Z",
    ),
    Example(
        "fourthwall",
        {"testMode": False, "id": "weve_1", "type": "ORDER_PLACED", "createdAt": "2020-08-13T09:05:36.939Z"},
        "ORDER_PLACED",
        "weve_1",
        live=True,
        sent="2020-08-13T09:05:36.939Z",
    ),
    Example("patreon", {}, "members:pledge:create", headers=(("X-Patreon-Event", "members:pledge:create"),)),
    Example(
        "easypost",
        {
            "object": "Event",
            "id": "evt_1",
            "mode": "test",
            "description": "tracker.updated",
            "created_at": "2015-01-01T00:00:00Z",
        },
        "tracker.updated",
        "evt_1",
        live=False,
        sent="2015-01-01T00:00:00Z",
    ),
    Example(
        "onfleet",
        {"taskId": "ZMhw", "triggerId": 1, "triggerName": "taskEta", "time": 1521844800000},
        "taskEta",
        "taskEta:ZMhw:1521844800000",
        sent="2018-03-23T22:40:00Z",
    ),
    Example(
        "gumroad",
        "resource_name=sale&sale_id=FO8&test=true&sale_timestamp=2021-01-05T19%3A38%3A56Z",
        "sale",
        "sale:FO8",
        live=False,
        sent="2021-01-05T19:38:56Z",
    ),
    Example("acuity", "action=scheduled&id=1&calendarID=1", "scheduled", "scheduled:1"),
    Example(
        "webflow",
        {"triggerType": "form_submission", "payload": {"id": "6321ca84"}},
        "form_submission",
        "form_submission:6321ca84:1600000000000",
        sent="2020-09-13T12:26:40Z",
        headers=(("x-webflow-timestamp", "1600000000000"),),
    ),
    Example(
        "contentful",
        {"sys": {"updatedAt": "2020-01-01T00:00:00.5Z"}},
        "ContentManagement.Entry.publish",
        "a1b2",
        sent="2020-01-01T00:00:00.5Z",
        headers=(("X-Contentful-Topic", "ContentManagement.Entry.publish"), ("X-Contentful-Idempotency-Key", "a1b2")),
    ),
    Example(
        "sanity",
        {},
        "update",
        "k1",
        sent="2022-02-02T00:00:00Z",
        headers=(
            ("sanity-operation", "update"),
            ("idempotency-key", "k1"),
            ("sanity-transaction-time", "2022-02-02T00:00:00Z"),
        ),
    ),
    Example("hygraph", {"operation": "publish", "data": {"__typename": "Page", "id": "ckb"}}, "Page.publish"),
    Example(
        "kontent-ai",
        {
            "notifications": [
                {
                    "data": {"system": {"last_modified": "2024-01-30T12:28:02.5Z"}},
                    "message": {"object_type": "content_item", "action": "published"},
                }
            ]
        },
        "content_item.published",
        sent="2024-01-30T12:28:02.5Z",
    ),
    Example(
        "kontent-ai",
        {
            "message": {
                "id": "b2a9",
                "type": "content_item_variant",
                "operation": "publish",
                "created_timestamp": "2019-08-07T12:00:00Z",
            }
        },
        "content_item_variant.publish",
        "b2a9",
        sent="2019-08-07T12:00:00Z",
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in COMMERCE} == {example.provider for example in EXAMPLES}
