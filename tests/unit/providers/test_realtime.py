import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.realtime import REALTIME

TWITCH = (
    ("Twitch-Eventsub-Message-Id", "e76c6bd4"),
    ("Twitch-Eventsub-Message-Retry", "0"),
    ("Twitch-Eventsub-Message-Timestamp", "2019-11-16T10:11:12.634234626Z"),
    ("Twitch-Eventsub-Subscription-Type", "channel.follow"),
)

EXAMPLES = (
    Example(
        "zoom",
        {
            "event": "meeting.started",
            "event_ts": 1626230691572,
            "payload": {"object": {"uuid": "4444AAAiAAAAAiAiAiiAii=="}},
        },
        "meeting.started",
        "meeting.started:4444AAAiAAAAAiAiAiiAii==:1626230691572",
        sent="2021-07-14T02:44:51.572Z",
    ),
    Example(
        "livekit",
        {"event": "room_started", "id": "EV_1", "createdAt": "1650000000"},
        "room_started",
        "EV_1",
        sent="2022-04-15T05:20:00Z",
    ),
    Example(
        "kick",
        {},
        "chat.message.sent",
        "01JABCDEF",
        sent="2025-01-14T16:08:06Z",
        headers=(
            ("Kick-Event-Type", "chat.message.sent"),
            ("Kick-Event-Message-Id", "01JABCDEF"),
            ("Kick-Event-Message-Timestamp", "2025-01-14T16:08:06Z"),
        ),
    ),
    Example(
        "pusher",
        {"time_ms": 1327078148132, "events": [{"name": "channel_occupied", "channel": "c"}]},
        "channel_occupied",
        "channel_occupied:c:1327078148132",
        sent="2012-01-20T16:49:08.132Z",
    ),
    Example(
        "ably",
        {
            "items": [
                {
                    "webhookId": "ABcDEf",
                    "source": "channel.message",
                    "serial": "a7bcdEFghIjklm123456789:4",
                    "timestamp": 1562124922426,
                }
            ]
        },
        "channel.message",
        "a7bcdEFghIjklm123456789:4",
        sent="2019-07-03T03:35:22.426Z",
    ),
    Example(
        "mux",
        {"type": "video.asset.ready", "id": "3a56ac3d", "created_at": "2018-02-13T21:24:58.000Z"},
        "video.asset.ready",
        "3a56ac3d",
        sent="2018-02-13T21:24:58Z",
    ),
    Example(
        "elevenlabs",
        {"type": "post_call_transcription", "event_timestamp": 1739537297, "data": {"conversation_id": "abc"}},
        "post_call_transcription",
        "post_call_transcription:abc",
        sent="2025-02-14T12:48:17Z",
    ),
    Example(
        "retell",
        {"event": "call_ended", "call": {"call_id": "Jabr9TXYYJHfvl6Syypi88rdAHYHmcq6"}},
        "call_ended",
        "call_ended:Jabr9TXYYJHfvl6Syypi88rdAHYHmcq6",
    ),
    Example(
        "openai",
        {"object": "event", "id": "evt_685343a1", "type": "response.completed", "created_at": 1750287018},
        "response.completed",
        "wh_685342e6",
        sent="2025-06-18T22:50:18Z",
        headers=(("webhook-id", "wh_685342e6"),),
    ),
    Example(
        "replicate",
        {"id": "ufawqhfynnddngldkgtslldrkq", "status": "succeeded"},
        "succeeded",
        "ufawqhfynnddngldkgtslldrkq:succeeded",
    ),
    Example(
        "firecrawl", {"success": True, "type": "crawl.page", "id": "job", "webhookId": "wh-1"}, "crawl.page", "wh-1"
    ),
    Example(
        "strava",
        {"aspect_type": "update", "event_time": 1516126040, "object_id": 1360128428, "object_type": "activity"},
        "activity.update",
        "activity:1360128428:update:1516126040",
        sent="2018-01-16T18:07:20Z",
    ),
)


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("notification", "channel.follow"),
        ("revocation", "revocation"),
        ("webhook_callback_verification", "webhook_callback_verification"),
    ],
)
def test_twitch_tells_events_from_messages_about_the_subscription(kind: str, event: str) -> None:
    meaning = Example("twitch", {}, headers=(("Twitch-Eventsub-Message-Type", kind), *TWITCH)).read()
    assert (meaning.event, meaning.event_id, meaning.attempt) == (event, "e76c6bd4", 1)
    assert meaning.sent_ns == 1_573_899_072_634_234_626


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in REALTIME} == {example.provider for example in EXAMPLES} | {"twitch"}
