from dataclasses import replace

import pytest

from tests.ui.running import running, until
from tests.ui.sent import attempt
from tests.ui.target import handler
from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.resend import Outcome
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.samples.find import of_provider
from webhook_inspector.settings import Settings
from webhook_inspector.ui.sample_order import Order, Source
from webhook_inspector.ui.sample_sending import result_of

SETTINGS = {"secrets__place": "file"}
STRIPE = of_provider("stripe")[0]


def outcome(status):
    return Outcome(Delivery("http://x", 1), attempt(status, 0.003))


@pytest.mark.parametrize(
    ("status", "verdict", "signed", "state", "text"),
    [
        (200, Status.VALID, True, "ok", "200 · 3 ms · ✓ Signature valid"),
        (200, Status.INVALID, True, "warning", "200 · 3 ms · ✗ Signature does not match"),
        (200, Status.UNSIGNED, False, "ok", "200 · 3 ms · – Not signed"),
        (200, None, True, "ok", "200 · 3 ms"),
        (500, None, True, "warning", "500 · 3 ms"),
    ],
)
def test_the_result_is_one_line(status, verdict, signed, state, text):
    result = result_of(outcome(status), verdict, signed=signed)
    assert (result.state, result.text) == (state, text)


def test_without_an_answer_it_says_why():
    result = result_of(outcome(0), None, signed=True)
    assert result.state == "error"
    assert "localhost:3000" in result.text


async def test_to_another_program_it_is_signed_with_the_endpoint_s_secret_and_changes_nothing(aloop, folder):
    book = Rulebook(folder, Settings().replaced(**SETTINGS))
    book.keep(Endpoint("/pay", "stripe"))
    book.keep_secret(Secret("/pay", "prod", "whsec_abc"))
    async with handler() as target, running(folder, **SETTINGS) as one:
        await until(lambda: one.program._endpoints.rules.secrets)
        sending = one.program._samples._sending
        sending.listener = one.window.bar.state.url
        order = Order(STRIPE, f"{target.url}/mine", Source.ENDPOINT)
        assert not sending.is_ours(order.url)
        assert [source for source, _ in sending.sources(order)] == [Source.ENDPOINT, Source.PASTED, Source.NONE]
        result = await sending.send(order)
        assert result.text.startswith("200 · ")
        assert b"\r\nStripe-Signature: t=" in target.heads[0]
        assert one.rows() == 0
        result = await sending.send(replace(order, source=Source.NONE))
        assert b"Stripe-Signature" not in target.heads[1]


async def test_to_another_program_no_secret_is_made(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        sending = one.program._samples._sending
        sending.listener = one.window.bar.state.url
        order = Order(STRIPE, "http://127.0.0.1:9/x", Source.NONE)
        assert [source for source, _ in sending.sources(order)] == [Source.PASTED, Source.NONE]
        assert not sending.is_ours(f"{sending.listener}1/x")
        assert sending.is_ours(f"{sending.listener}/x?y=1")


async def test_an_address_that_is_none_is_told(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        sending = one.program._samples._sending
        order = Order(STRIPE, "nowhere", Source.NONE)
        with pytest.raises(KnownError):
            await sending.request(order)
        assert sending.listener == ""
        assert sending.usual_url(order) == "http://localhost:3000/stripe"
        assert not sending.is_ours("http://localhost:3000/stripe")


async def test_a_secret_that_cannot_be_kept_sends_nothing(aloop, folder, monkeypatch):
    async with running(folder, **SETTINGS) as one:
        await until(lambda: one.window.stage.page == "listening")
        folder.settings.write_text("[listener")
        one.program._samples.send_at_once("stripe")
        await until(lambda: "sample" in one.banners)
        assert "not valid TOML" in one.banners["sample"]
        assert one.rows() == 0
