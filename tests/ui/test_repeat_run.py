import asyncio

import pytest

from tests.makers import make_capture, make_head, make_record, make_signed
from tests.ui.sent import attempt
from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.repeating import Repetition
from webhook_inspector.resend import Outcome
from webhook_inspector.ui.repeat_run import Run, jobs_of, slim

RULES = Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", "whsec_x"),))
NOW_NS = 1_795_000_000 * 10**9


class Sends:
    """Stands for the engine."""

    def __init__(self, name="kept"):
        self.sent = []
        self.name = name
        self.resend = self
        self.trial = self

    async def send(self, outgoing, _options, *, capture):
        self.sent.append((outgoing.head.split()[1], capture))
        await asyncio.sleep(0)
        return Outcome(Delivery("x", 1), attempt(200))


def record(target, number):
    return make_record(make_capture(head=make_head(target=target), received_ns=number * 10**9), number=number)


def codes(action):
    with pytest.raises(KnownError) as caught:
        action()
    return caught.value.problem.code


async def test_sends_as_often_as_asked_and_notes_what_came_of_it():
    jobs = jobs_of([record("/a", 1), record("/b", 2)], "http://localhost:3000", None, NOW_NS)
    run, engine = Run(jobs, Repetition(times=2), kept=True), Sends()
    assert run.total == 4
    await run.send(engine)
    assert engine.sent == [(b"/a", 1), (b"/b", 2)] * 2
    assert [one.response.status for one in run.attempts] == [200] * 4


async def test_where_another_process_has_the_history_nothing_is_kept():
    engine = Sends()
    engine.resend = None
    run = Run(jobs_of([record("/a", 1)], "http://localhost:3000", None, NOW_NS), Repetition(), kept=False)
    await run.send(engine)
    assert len(engine.sent) == 1


def test_signed_again_at_each_moment():
    job = jobs_of([make_record(make_signed("whsec_old"))], "http://localhost:3000", RULES, NOW_NS)[0]
    first, second = (job.outgoing(moment).head for moment in (1_795_000_000, 1_795_000_001))
    assert first != second
    assert b"t=1795000000," in first


def test_what_cannot_be_sent_is_told_before_anything_is():
    assert codes(lambda: jobs_of([], "http://localhost", None, NOW_NS)) == "repeat-nothing"
    assert codes(lambda: jobs_of([record("/a", 1)], "localhost", None, NOW_NS)) == "draft-url-incomplete"
    refused = make_record(make_capture(head=b"\x16\x03", state=State.REFUSED))
    assert codes(lambda: jobs_of([refused], "http://localhost", None, NOW_NS)) == "draft-no-request"
    assert codes(lambda: jobs_of([record("/a", 1)], "http://localhost", RULES, NOW_NS)).startswith("signing-no-")
    jobs = jobs_of([record("/a", 1)], "http://localhost", None, NOW_NS)
    assert codes(lambda: Run(jobs, Repetition(times=10**6), kept=True)) == "repeat-many"


def test_what_is_noted_holds_no_bytes():
    small = slim(attempt(200))
    assert (small.sent_head, small.sent_body, small.response.head, small.response.body) == (b"", b"", b"", b"")
    assert small.succeeded
    assert slim(attempt(0)).problem == attempt(0).problem
