"""Every scheme with a shared secret: captured, edited, signed again, sent to our own listener, and judged there; and broken on purpose."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from tests.makers import make_capture, make_record
from tests.shared_secrets import valid_vector
from tests.unit.drafts.signings import SHARED, signing_of
from tests.unit.drafts.test_signing import edited
from webhook_inspector.core.capture import Record
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.events import Event
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.breaking import EXPECTED, offered
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.signing import Break, Signing
from webhook_inspector.engine import Engine
from webhook_inspector.net.sending import Options
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.store.reader import Reader

SETTINGS = Settings().replaced(listener__port=0, listener__host="127.0.0.1")
LIMIT_SECONDS = 60


def usual(signing: Signing) -> Signing:
    """Signed for the address that it is sent to, as our listener sees it."""
    return replace(signing, settings={name: value for name, value in signing.settings.items() if name != "signed_url"})


def captured(request: Request) -> Record:
    """A request of the vectors as the history has it."""
    target = "/" + request.url.split("/", 3)[3] if request.url.count("/") > 2 else "/"
    lines = [b"%s %s HTTP/1.1" % (request.method.encode(), target.encode())]
    lines += [name + b": " + value for name, value in request.fields]
    return make_record(make_capture(b"\r\n".join([*lines, b"", b""]), request.body))


def rules() -> Rules:
    """An endpoint for each scheme."""
    endpoints, secrets = [], []
    for name in SHARED:
        signing = usual(signing_of(valid_vector(name)))
        endpoints.append(Endpoint(f"/{name}", name, settings=dict(signing.settings)))
        secrets += [Secret(f"/{name}", str(place), key.value, key_id=key.id) for place, key in enumerate(signing.keys)]
    return Rules(tuple(endpoints), tuple(secrets))


def wanted(origin: str, now: float) -> Iterator[tuple[str, Draft, Signing]]:
    """The edited draft of each scheme, signed again, and in each way that it can be broken."""
    for name in SHARED:
        vector = valid_vector(name)
        signing = usual(signing_of(vector))
        record = captured(replace(vector.request, body=edited(vector.request.body)))
        query = record.capture.parsed().target.decode().partition("?")[2]
        draft = draft_of(record, f"{origin}/{name}" + (f"?{query}" if query else ""))
        sound = prepare(draft, signing, now).request
        assert sound is not None, name
        for broken in offered(sound, signing, now):
            yield name, draft, replace(signing, broken=broken)


async def test_what_is_signed_again_is_valid_and_what_is_broken_is_seen(folder) -> None:
    events: list[Event] = []
    engine = Engine(folder, SETTINGS, role="test", on_event=events.append, given=rules())
    await engine.start()
    try:
        bound = await engine.listen()
        expected: dict[str, Status] = {}
        for number, (name, draft, signing) in enumerate(wanted(bound.url, time.time())):
            prepared = prepare(draft, signing, time.time())
            assert prepared.outgoing is not None, (name, signing.broken, prepared.faults)
            mark = f"{number}-{name}-{signing.broken}"
            expected[mark] = EXPECTED[signing.broken]
            outgoing = replace(
                prepared.outgoing, head=prepared.outgoing.head[:-2] + b"X-Mark: %s\r\n\r\n" % mark.encode()
            )
            outcome = await engine.resend.send(outgoing, Options())
            assert outcome.attempt.succeeded, (name, outcome.attempt.problem)
        found = await _judged(folder, len(expected))
        assert {mark: status for mark, status in found.items() if expected[mark] is not status} == {}
        assert {mark.rpartition("-")[2] for mark in found} == set(Break)
        assert len(found) == len(expected) > 3 * len(SHARED)
    finally:
        await engine.stop()


async def _judged(folder, count: int) -> dict[str, Status | None]:
    """By their marks what the captures were judged to be, once all are."""
    end = time.monotonic() + LIMIT_SECONDS
    with closing(Reader(folder.history)) as reader:
        while reader.count() < count or reader.unjudged_count():
            assert time.monotonic() < end
            await asyncio.sleep(0.05)
        records = [reader.record(number) for number in range(1, count + 1)]
    return {_mark(one): one.judgement.status for one in records if one is not None and one.judgement is not None}


def _mark(record: Record) -> str:
    return next(value.decode() for name, value in record.capture.parsed().fields if name == b"X-Mark")
