"""Every sample as the program would capture and judge it: that is the point of them."""

import json
import re
from functools import cache
from random import Random
from urllib.parse import parse_qsl, urlsplit

import pytest

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.judge import case_of, judge
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.samples.find import find
from webhook_inspector.samples.make import make
from webhook_inspector.samples.new_secret import NewSecret, new_secret
from webhook_inspector.samples.sample import Sample
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.signatures.captured import request_of
from webhook_inspector.signatures.detect import detect

NOW = 1_764_000_000.25
URL = "https://hooks.example.com/in"

CARRIED = {"clerk", "resend"}
"""Their requests look like anyone's who sends through Svix: the endpoint says whose they are."""
TOLD = {"hotmart"}
"""The endpoint says that the token of the header is to be looked at."""
WITHOUT_ID = {("slack", "url_verification"), ("zoom", "endpoint.url_validation")}
"""Questions whether the address answers; they are no deliveries."""
SIGNED = [sample for sample in SAMPLES if sample.scheme]
SAMPLE_IDS = [f"{sample.provider} {sample.event}" for sample in SAMPLES]
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=SAMPLE_IDS)
every_signed = pytest.mark.parametrize("sample", SIGNED, ids=[f"{one.provider} {one.event}" for one in SIGNED])


@cache
def secret_of(scheme: str) -> NewSecret:
    return new_secret(scheme, Random(3))


def made(sample: Sample, seed: int = 1, url: str = URL, now: float = NOW) -> Draft:
    return make(sample, url, now, Random(seed), (secret_of(sample.scheme).key,) if sample.scheme else ())


def captured(draft: Draft, now: float = NOW) -> Capture:
    target = draft.url.partition("://")[2].partition("/")[2]
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in draft.ticked())
    head = f"{draft.method} /{target} HTTP/1.1\r\nHost: hooks.example.com\r\n".encode() + fields + b"\r\n"
    return Capture(int(now * 10**9), "127.0.0.1:50000", "https", head, draft.body, body_size=len(draft.body))


def rules_for(sample: Sample) -> Rules:
    endpoint = Endpoint(
        "/in",
        scheme=sample.scheme if sample.provider in TOLD else "",
        provider=sample.provider if sample.provider in CARRIED | TOLD else "",
        settings=sample.settings,
    )
    secrets = (Secret("/in", "sample", secret_of(sample.scheme).value),) if sample.scheme else ()
    return Rules((endpoint,), secrets)


@every_sample
def test_it_is_recognised_with_event_and_id(sample):
    meaning = judge(captured(made(sample)), rules_for(sample)).meaning
    assert (meaning.provider, meaning.event) == (sample.provider, sample.event)
    has_id = PROVIDERS[sample.provider].event_id is not None and (sample.provider, sample.event) not in WITHOUT_ID
    assert bool(meaning.event_id) == has_id


@every_sample
def test_it_is_of_now_where_it_says_so_and_never_of_the_real_account(sample):
    meaning = judge(captured(made(sample)), rules_for(sample)).meaning
    assert meaning.live is not True
    assert meaning.attempt in (0, 1)
    assert meaning.sent_ns is None or abs(meaning.sent_ns / 10**9 - NOW) < 1


@every_signed
def test_its_signature_is_valid(sample):
    case = case_of(captured(made(sample)), rules_for(sample))
    assert case.verdict().status is Status.VALID, case.verdict().steps


@pytest.mark.parametrize("sample", [one for one in SIGNED if one.provider not in TOLD], ids=str)
def test_its_scheme_is_detected(sample):
    detected = detect(request_of(captured(made(sample))))
    assert detected is not None
    assert detected.scheme == sample.scheme


@every_signed
def test_a_changed_secret_is_seen(sample):
    other = new_secret(sample.scheme, Random(4)).value if sample.scheme != "paypal" else secret_of("woovi").value
    rules = Rules(rules_for(sample).endpoints, (Secret("/in", "other", other),))
    assert case_of(captured(made(sample)), rules).verdict().status is Status.INVALID


@every_sample
def test_two_makings_have_different_ids(sample):
    first_id, second_id = (judge(captured(made(sample, seed)), rules_for(sample)).meaning.event_id for seed in (1, 2))
    assert first_id != second_id or not first_id
    assert made(sample, 1).body != made(sample, 2).body


def test_the_same_chance_makes_the_same_requests():
    first_round, second_round = ([make(sample, URL, NOW, Random(1)) for sample in SAMPLES] for _ in range(2))
    assert first_round == second_round


@every_sample
def test_its_body_is_what_its_content_type_says(sample):
    draft = made(sample)
    kind = (first(draft.ticked(), b"content-type") or b"").decode()
    if kind.startswith("application/x-www-form-urlencoded"):
        assert len(parse_qsl(draft.body.decode(), keep_blank_values=True, strict_parsing=True)) >= 1
    else:
        assert kind.startswith("application/json")
        assert isinstance(json.loads(draft.body), dict | list)


@every_sample
def test_no_gap_is_left_and_no_header_is_empty_or_twice_there(sample):
    for draft in (made(sample), make(sample, URL, NOW, Random(1))):
        names = [one.name.lower() for one in draft.fields]
        assert len(set(names)) == len(names)
        assert not {b"host", b"content-length", b"connection"}.intersection(names)
        assert all(one.sent and one.value.isascii() and one.value.strip() == one.value != b"" for one in draft.fields)
        whole = b"\n".join([draft.url.encode(), *(one.value for one in draft.fields), draft.body])
        assert re.search(rb"\{[a-z][a-z0-9-]*( [^{}]*)?\}", whole) is None


def test_mail_addresses_are_nobodys():
    """Names that RFC 2606 keeps for examples, and GitLab's own, which is the beginning of a clone's address."""
    bodies = [made(sample).body.decode().replace("%40", "@").replace("\\/", "/") for sample in SAMPLES]
    hosts = {host for body in bodies for host in re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", body)}
    assert {host for host in hosts if not host.endswith("example.com")} == {"gitlab.com"}


@every_signed
def test_without_a_key_it_is_sent_unsigned(sample):
    draft = make(sample, URL, NOW, Random(1))
    signed = {one.name.lower() for one in made(sample).fields}
    assert {one.name.lower() for one in draft.fields} <= signed
    status = case_of(captured(draft), rules_for(sample)).verdict().status
    in_body = sample.scheme in {"adyen", "mailgun"}
    assert status in ({Status.INVALID} if in_body else {Status.UNSIGNED, Status.UNKNOWN_SCHEME})


def test_headers_come_in_the_providers_order_with_the_signature_in_its_place():
    names = [one.name for one in made(find("shopify", "orders/create")).fields]
    assert names == [
        b"Content-Type",
        b"Accept",
        b"User-Agent",
        b"X-Shopify-Topic",
        b"X-Shopify-Shop-Domain",
        b"X-Shopify-API-Version",
        b"X-Shopify-Hmac-Sha256",
        b"X-Shopify-Webhook-Id",
        b"X-Shopify-Event-Id",
        b"X-Shopify-Triggered-At",
    ]


def test_what_the_provider_repeats_is_the_same_in_address_header_and_body():
    draft = made(find("mercadopago", "payment.updated"), url=URL + "?loja=7#x")
    parameters = dict(parse_qsl(urlsplit(draft.url).query))
    assert parameters == {"loja": "7", "data.id": json.loads(draft.body)["data"]["id"], "type": "payment"}
    assert draft.url.endswith("#x")
    draft = made(find("pagbank", "PAID"))
    assert (first(draft.ticked(), b"x-product-id") or b"").decode() == json.loads(draft.body)["id"]


def test_a_scheme_that_signs_the_address_signs_that_of_its_settings():
    sample, key = find("square", "payment.updated"), secret_of("square").key
    plain = make(sample, URL, NOW, Random(1), (key,))
    public = make(sample, URL, NOW, Random(1), (key,), {"signed_url": "https://public.example.com/square"})
    assert plain.body == public.body
    assert plain.fields != public.fields


def test_settings_of_the_endpoint_go_before_those_of_the_sample():
    sample = find("paypal", "PAYMENT.CAPTURE.COMPLETED")
    draft = make(sample, URL, NOW, Random(1), (secret_of("paypal").key,), {"webhook_id": "own"})
    own = Rules((Endpoint("/in", settings={"webhook_id": "own"}),), rules_for(sample).secrets)
    assert case_of(captured(draft), own).verdict().status is Status.VALID
    assert case_of(captured(draft), rules_for(sample)).verdict().status is Status.INVALID


def test_a_key_that_cannot_sign_is_told():
    with pytest.raises(KnownError) as caught:
        make(find("discord", "PING"), URL, NOW, Random(1), (secret_of("stripe").key,))
    assert caught.value.problem.code == "cannot-sign"


def test_whose_it_is_shows_without_a_signature_where_the_body_tells():
    shown = {sample.provider for sample in SAMPLES if judged_plain(sample) == sample.provider}
    assert shown >= {
        "asaas",
        "efi",
        "github",
        "hotmart",
        "iugu",
        "pagarme",
        "pagbank",
        "paypal",
        "shopify",
        "slack",
        "stripe",
        "woovi",
    }


def judged_plain(sample: Sample) -> str:
    return judge(captured(make(sample, URL, NOW, Random(1))), NO_RULES).meaning.provider
