import asyncio

import pytest

from tests.makers import make_signed
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.checking import Outcome, Variant
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.handler_check import check, signing_for, trials_of

DRAFT = Draft("POST", "http://localhost:3000/stripe", body=b'{"a":1}')
SIGNING = Signing(How.NEW, "stripe", (Key("secret", "whsec_x"),), {"tolerance_seconds": 300})
RULES = Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", "whsec_x"),))


def answered(outgoing, status):
    response = Response(status, b"HTTP/1.1 %d X\r\n\r\n" % status)
    return Attempt(1, "POST", outgoing.origin + "/stripe", outgoing.head, outgoing.body, response)


async def test_sends_one_after_the_other_and_tells_of_each():
    under_way, told = [], []

    async def send(outgoing):
        assert not under_way
        under_way.append(1)
        await asyncio.sleep(0)
        under_way.clear()
        return answered(outgoing, 200)

    report = await check(trials_of(DRAFT, SIGNING, 1_000_000.0), "stripe", send, told.append)
    assert [one.variant for one in told][-2:] == [Variant.VALID, Variant.DUPLICATE]
    assert told[-1].attempt.sent_head == told[-2].attempt.sent_head
    assert len(report.findings) == len(told) == 6
    assert (report.url, report.scheme) == ("http://localhost:3000/stripe", "stripe")
    assert {one.variant for one in report.findings if one.outcome is Outcome.FINE} == {Variant.VALID, Variant.DUPLICATE}


async def test_cancelled_it_sends_nothing_more():
    sent, second = [], asyncio.Event()

    async def send(outgoing):
        sent.append(outgoing)
        if len(sent) == 2:
            second.set()
            await asyncio.Event().wait()
        return answered(outgoing, 200)

    task = asyncio.create_task(check(trials_of(DRAFT, SIGNING, 1_000_000.0), "stripe", send))
    await second.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(sent) == 2


def test_a_draft_that_cannot_be_sent_is_told_before():
    with pytest.raises(KnownError) as caught:
        trials_of(Draft("POST", "localhost"), SIGNING, 1.0)
    assert caught.value.problem.code == "draft-url-incomplete"


def test_signed_as_the_endpoint_of_the_capture():
    signing = signing_for(make_signed("whsec_other"), RULES)
    assert [key.label for key in signing.keys] == ["prod"]
    with pytest.raises(KnownError) as caught:
        signing_for(make_signed("whsec_other"), NO_RULES)
    assert caught.value.problem.code == "signing-no-secret"
