import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.office import OFFICE

DROPBOX_SIGN = (
    '--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n'
    '--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n'
    '{"event": {"event_time": "1348177752", "event_type": "signature_request_sent"}, '
    '"signature_request": {"signature_request_id": "fa5c", "test_mode": true}}\r\n--x--\r\n'
)

EXAMPLES = (
    Example(
        "asana",
        {
            "events": [
                {"action": "changed", "created_at": "2012-02-22T02:06:58.147Z", "resource": {"resource_type": "task"}}
            ]
        },
        "task.changed",
        sent="2012-02-22T02:06:58.147Z",
    ),
    Example(
        "trello",
        {"action": {"id": "51f9424b", "type": "voteOnCard", "date": "2013-07-31T16:58:51.949Z"}},
        "voteOnCard",
        "51f9424b",
        sent="2013-07-31T16:58:51.949Z",
    ),
    Example(
        "monday",
        {"event": {"type": "create_pulse", "triggerUuid": "b5ed2e17", "triggerTime": "2021-10-11T09:07:28.210Z"}},
        "create_pulse",
        "b5ed2e17",
        sent="2021-10-11T09:07:28.210Z",
    ),
    Example(
        "notion",
        {"id": "367cba44", "timestamp": "2024-12-05T23:55:34.285Z", "type": "page.created", "attempt_number": 1},
        "page.created",
        "367cba44",
        1,
        sent="2024-12-05T23:55:34.285Z",
    ),
    Example(
        "airtable",
        {"base": {"id": "app1"}, "webhook": {"id": "ach1"}, "timestamp": "2022-02-01T21:25:05.663Z"},
        "",
        "ach1:2022-02-01T21:25:05.663Z",
        sent="2022-02-01T21:25:05.663Z",
    ),
    Example(
        "figma",
        {"event_type": "FILE_COMMENT", "webhook_id": "22", "timestamp": "2020-02-23T20:27:16Z", "retries": 1},
        "FILE_COMMENT",
        "22:FILE_COMMENT:2020-02-23T20:27:16Z",
        2,
        sent="2020-02-23T20:27:16Z",
    ),
    Example(
        "typeform",
        {
            "event_id": "LtWXD3crgy",
            "event_type": "form_response",
            "form_response": {"submitted_at": "2018-01-18T18:17:02Z"},
        },
        "form_response",
        "LtWXD3crgy",
        sent="2018-01-18T18:17:02Z",
    ),
    Example("formstack", {"FormID": "1", "UniqueID": "998877"}, "", "998877"),
    Example(
        "calendly",
        {
            "event": "invitee.created",
            "created_at": "2020-11-23T17:51:19.000000Z",
            "payload": {"uri": "https://api.calendly.com/i/1"},
        },
        "invitee.created",
        "invitee.created:https://api.calendly.com/i/1",
        sent="2020-11-23T17:51:19Z",
    ),
    Example(
        "cal-com",
        {
            "triggerEvent": "BOOKING_CREATED",
            "createdAt": "2023-05-24T09:30:00.538Z",
            "payload": {"uid": "bFJeNb2uX8ANpT3JL5EfXw"},
        },
        "BOOKING_CREATED",
        "BOOKING_CREATED:bFJeNb2uX8ANpT3JL5EfXw:2023-05-24T09:30:00.538Z",
        sent="2023-05-24T09:30:00.538Z",
    ),
    Example(
        "hubspot",
        [{"eventId": 1, "occurredAt": 1462216307945, "subscriptionType": "contact.creation", "attemptNumber": 0}],
        "contact.creation",
        "1",
        1,
        sent="2016-05-02T19:11:47.945Z",
    ),
    Example(
        "intercom",
        {
            "type": "notification_event",
            "topic": "user.created",
            "id": "notif_ccd8",
            "delivery_attempts": 1,
            "created_at": 1392731331,
        },
        "user.created",
        "notif_ccd8",
        1,
        sent="2014-02-18T13:48:51Z",
    ),
    Example(
        "zendesk",
        {"type": "zen:event-type:user.created", "id": "9a", "time": "2022-06-28T05:26:58Z"},
        "zen:event-type:user.created",
        "01G6",
        sent="2022-06-28T05:26:58Z",
        headers=(("X-Zendesk-Webhook-Invocation-Id", "01G6"),),
    ),
    Example(
        "attio",
        {"webhook_id": "w", "events": [{"event_type": "record.created"}]},
        "record.created",
        "i1",
        headers=(("Idempotency-Key", "i1"),),
    ),
    Example(
        "docusign",
        {
            "event": "envelope-completed",
            "retryCount": 0,
            "generatedDateTime": "2022-08-11T16:43:00.123Z",
            "data": {"envelopeId": "1cc4"},
        },
        "envelope-completed",
        "envelope-completed:1cc4",
        1,
        sent="2022-08-11T16:43:00.123Z",
    ),
    Example(
        "dropbox-sign",
        DROPBOX_SIGN,
        "signature_request_sent",
        "signature_request_sent:fa5c:1348177752",
        live=False,
        sent="2012-09-20T21:49:12Z",
    ),
    Example("dropbox", {"list_folder": {"accounts": ["dbid:AAH4"]}, "delta": {"users": [1]}}, "list_folder"),
    Example(
        "box",
        {
            "type": "webhook_event",
            "id": "eb0c4e06",
            "created_at": "2016-07-11T10:10:33-07:00",
            "trigger": "FILE.UPLOADED",
        },
        "FILE.UPLOADED",
        "eb0c4e06",
        sent="2016-07-11T10:10:33-07:00",
        headers=(("BOX-DELIVERY-ID", "f96b"),),
    ),
    Example(
        "onfido",
        {
            "payload": {
                "resource_type": "check",
                "action": "check.completed",
                "object": {"id": "check-1", "completed_at_iso8601": "2019-10-28T15:00:39Z"},
            }
        },
        "check.completed",
        "check.completed:check-1",
        sent="2019-10-28T15:00:39Z",
    ),
    Example(
        "workos",
        {"id": "event_01", "event": "dsync.user.created", "created_at": "2021-06-25T19:07:33.155Z"},
        "dsync.user.created",
        "event_01",
        sent="2021-06-25T19:07:33.155Z",
    ),
    Example(
        "clerk",
        {"object": "event", "type": "user.created", "timestamp": 1654012591835, "instance_id": "ins_1"},
        "user.created",
        "msg_3",
        sent="2022-05-31T15:56:31.835Z",
        headers=(("svix-id", "msg_3"),),
    ),
    Example(
        "okta",
        {
            "eventId": "b5a1",
            "eventTime": "2022-04-22T19:03:16Z",
            "eventType": "com.okta.event_hook",
            "data": {"events": [{"eventType": "user.lifecycle.create"}]},
        },
        "user.lifecycle.create",
        "b5a1",
        sent="2022-04-22T19:03:16Z",
    ),
    Example(
        "segment",
        {"type": "track", "event": "Order Completed", "messageId": "022bb90c", "timestamp": "2015-02-23T22:28:55.111Z"},
        "Order Completed",
        "022bb90c",
        sent="2015-02-23T22:28:55.111Z",
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in OFFICE} == {example.provider for example in EXAMPLES}
