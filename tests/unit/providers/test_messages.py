import pytest

from tests.unit.providers.examples import URL, Example
from webhook_inspector.providers.messages import MESSAGES

WHATSAPP = {
    "object": "whatsapp_business_account",
    "entry": [
        {
            "id": "1",
            "changes": [{"field": "messages", "value": {"messages": [{"id": "wamid.HBg", "timestamp": "1603059201"}]}}],
        }
    ],
}
MESSENGER = {
    "object": "page",
    "entry": [
        {
            "time": 1458692752478,
            "messaging": [{"sender": {}, "recipient": {}, "timestamp": 1, "message": {"mid": "m_1"}}],
        }
    ],
}

EXAMPLES = (
    Example(
        "slack",
        {
            "type": "event_callback",
            "team_id": "T1",
            "event": {"type": "reaction_added"},
            "event_id": "Ev08MFMKH6",
            "event_time": 1234567890,
        },
        "reaction_added",
        "Ev08MFMKH6",
        3,
        sent="2009-02-13T23:31:30Z",
        headers=(("X-Slack-Retry-Num", "2"),),
    ),
    Example("slack", {"type": "url_verification", "challenge": "c"}, "url_verification"),
    Example(
        "slack", "command=%2Fweather&trigger_id=13345224609.738474920&text=94070", "/weather", "13345224609.738474920"
    ),
    Example(
        "slack", "payload=%7B%22type%22%3A%22block_actions%22%2C%22trigger_id%22%3A%221.2%22%7D", "block_actions", "1.2"
    ),
    Example(
        "discord",
        {"type": 2, "id": "786008729715212338", "token": "A_UNIQUE_TOKEN"},
        "APPLICATION_COMMAND",
        "786008729715212338",
    ),
    Example(
        "discord",
        {
            "version": 1,
            "application_id": "1234",
            "type": 1,
            "event": {"type": "ENTITLEMENT_CREATE", "timestamp": "2024-10-18T14:42:53.064834+00:00"},
        },
        "ENTITLEMENT_CREATE",
        sent="2024-10-18T14:42:53.064834+00:00",
    ),
    Example("twilio", "MessageSid=SM1&MessageStatus=delivered&AccountSid=AC1", "delivered", "SM1:delivered"),
    Example(
        "twilio",
        "CallSid=CA1&CallStatus=ringing",
        "ringing",
        "token-1",
        headers=(("I-Twilio-Idempotency-Token", "token-1"),),
    ),
    Example(
        "twilio",
        [
            {
                "specversion": "1.0",
                "type": "com.twilio.messaging.message.sent",
                "id": "EZ1",
                "time": "2021-01-01T00:00:00Z",
            }
        ],
        "com.twilio.messaging.message.sent",
        "EZ1",
        sent="2021-01-01T00:00:00Z",
    ),
    Example(
        "sendgrid",
        [{"event": "processed", "sg_event_id": "cHJvY2Vzc2Vk", "timestamp": 1513299569}],
        "processed",
        "cHJvY2Vzc2Vk",
        sent="2017-12-15T00:59:29Z",
    ),
    Example(
        "mailgun",
        {
            "signature": {"timestamp": "1529006854"},
            "event-data": {
                "event": "opened",
                "timestamp": 1529006854.329,
                "id": "Ase7i2zs",
                "flags": {"is-test-mode": False},
            },
        },
        "opened",
        "Ase7i2zs",
        live=True,
        sent="2018-06-14T20:07:34.329Z",
    ),
    Example(
        "mailgun",
        "event=clicked&token=c1d2&timestamp=1529006854&signature=x",
        "clicked",
        "c1d2",
        sent="2018-06-14T20:07:34Z",
    ),
    Example(
        "mandrill",
        "mandrill_events=%5B%7B%22event%22%3A%22send%22%2C%22ts%22%3A1365109999%2C%22_id%22%3A%22exampleaaa%22%7D%5D",
        "send",
        "exampleaaa:send:1365109999",
        sent="2013-04-04T21:13:19Z",
    ),
    Example(
        "postmark",
        {"RecordType": "Delivery", "MessageID": "883953f4", "DeliveredAt": "2019-11-05T16:33:54.0Z"},
        "Delivery",
        "Delivery:883953f4:2019-11-05T16:33:54.0Z",
        sent="2019-11-05T16:33:54Z",
    ),
    Example(
        "telegram",
        {"update_id": 10000, "message": {"message_id": 1365, "date": 1441645532}},
        "message",
        "10000",
        sent="2015-09-07T17:05:32Z",
    ),
    Example(
        "telegram", {"update_id": 10001, "callback_query": {"id": "4382bfdwdsb323b2d9"}}, "callback_query", "10001"
    ),
    Example(
        "viber",
        {"event": "delivered", "timestamp": 1457764197627, "message_token": 491266184665523145},
        "delivered",
        "491266184665523145",
        sent="2016-03-12T06:29:57.627Z",
    ),
    Example(
        "line",
        {
            "destination": "Uaaa",
            "events": [
                {
                    "type": "message",
                    "timestamp": 1462629479859,
                    "webhookEventId": "01FZ74",
                    "deliveryContext": {"isRedelivery": False},
                }
            ],
        },
        "message",
        "01FZ74",
        1,
        sent="2016-05-07T13:57:59.859Z",
    ),
    Example("meta", WHATSAPP, "whatsapp_business_account.messages", "wamid.HBg", sent="2020-10-18T22:13:21Z"),
    Example("meta", MESSENGER, "page.message", "m_1", sent="2016-03-23T00:25:52.478Z"),
    Example(
        "x",
        {
            "for_user_id": "2244994945",
            "user_has_blocked": False,
            "tweet_create_events": [{"id_str": "1192", "timestamp_ms": "1573000000123"}],
        },
        "tweet_create_events",
        "1192",
        sent="2019-11-06T00:26:40.123Z",
    ),
    Example(
        "telnyx",
        {
            "data": {"event_type": "message.finalized", "id": "4ee8c3a6", "occurred_at": "2019-12-09T21:32:14.148Z"},
            "meta": {"attempt": 2},
        },
        "message.finalized",
        "4ee8c3a6",
        2,
        sent="2019-12-09T21:32:14.148Z",
    ),
    Example(
        "messagebird",
        {"type": "message.created", "message": {"id": "5f3437fd", "createdDatetime": "2018-08-28T11:41:37Z"}},
        "message.created",
        "message.created:5f3437fd",
        sent="2018-08-28T11:41:37Z",
    ),
    Example("messagebird", b"", "delivered", "efa6405d:delivered", url=f"{URL}?id=efa6405d&status=delivered"),
    Example(
        "vonage",
        {"message_uuid": "aaaaaaaa", "status": "submitted", "timestamp": "2020-01-01T14:00:00.000Z"},
        "submitted",
        "aaaaaaaa:submitted",
        sent="2020-01-01T14:00:00Z",
    ),
    Example(
        "mailersend",
        {
            "type": "activity.sent",
            "created_at": "2020-11-27T10:09:22.000000Z",
            "data": {"id": "62fb66bef54a112e920b5493"},
        },
        "activity.sent",
        "62fb66bef54a112e920b5493",
        sent="2020-11-27T10:09:22Z",
    ),
    Example("mailerlite", {"event": "subscriber.created"}, "subscriber.created"),
    Example(
        "mailchannels",
        [{"event": "processed", "timestamp": 1625097600, "request_id": "r1"}],
        "processed",
        "r1:processed:1625097600",
        sent="2021-07-01T00:00:00Z",
    ),
    Example(
        "postal",
        {"event": "MessageSent", "timestamp": 1477945177.125, "uuid": "0a1b"},
        "MessageSent",
        "0a1b",
        sent="2016-10-31T20:19:37.125Z",
    ),
    Example(
        "resend",
        {"type": "email.sent", "created_at": "2023-02-22T23:41:12.126Z"},
        "email.sent",
        "msg_2",
        sent="2023-02-22T23:41:12.126Z",
        headers=(("svix-id", "msg_2"),),
    ),
    Example(
        "customer-io",
        {"event_id": "01E4C4CT", "object_type": "email", "metric": "sent", "timestamp": 1585250199},
        "email.sent",
        "01E4C4CT",
        sent="2020-03-26T19:16:39Z",
    ),
    Example(
        "microsoft-teams",
        {"type": "message", "id": "1485983408511", "timestamp": "2017-02-01T21:10:07.437Z"},
        "message",
        "1485983408511",
        sent="2017-02-01T21:10:07.437Z",
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in MESSAGES} == {example.provider for example in EXAMPLES}
