import random
import time

import pytest

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.signing import How
from webhook_inspector.judge import case_of
from webhook_inspector.sample_event import (
    LABEL,
    draft_of_sample,
    endpoint_at,
    new_place,
    path_for,
    signing_at,
    signing_with,
    stands_for,
)
from webhook_inspector.samples.find import of_provider
from webhook_inspector.samples.table import SAMPLES

STRIPE = of_provider("stripe")[0]
SECRET = Secret("/pay", "prod", "whsec_x")
RULES = Rules((Endpoint("/a", "github"), Endpoint("/b", "stripe"), Endpoint("/pay", "stripe")), (SECRET,))
FIRSTS = [of_provider(provider)[0] for provider in dict.fromkeys(one.provider for one in SAMPLES)]


def test_an_endpoint_stands_for_the_provider_by_scheme_or_name():
    assert stands_for(Endpoint("/x", "stripe"), STRIPE)
    assert stands_for(Endpoint("/x", provider="stripe"), STRIPE)
    assert stands_for(Endpoint("/stripe"), STRIPE)
    assert not stands_for(Endpoint("/stripe", "github"), STRIPE)
    assert not stands_for(Endpoint("/"), STRIPE)


def test_the_endpoint_with_a_secret_goes_first():
    assert path_for(STRIPE, RULES) == "/pay"
    assert path_for(STRIPE, NO_RULES) == "/stripe"


def test_a_path_that_another_provider_has_is_not_taken():
    taken = Rules((Endpoint("/stripe", "github"), Endpoint("/stripe-2", "slack")))
    assert path_for(STRIPE, taken) == "/stripe-3"


def test_signed_by_the_secrets_of_the_endpoint_but_not_by_those_of_another_scheme():
    assert [key.label for key in signing_at("/pay/x", STRIPE, RULES, 1.0).keys] == ["prod"]
    other = Rules((Endpoint("/a", "github"),), (Secret("/a", "x", "y"),))
    assert signing_at("/a", STRIPE, other, 1.0).how is How.KEEP
    assert signing_at("/b", STRIPE, RULES, 1.0).keys == ()
    assert endpoint_at("/a", STRIPE, RULES) is None


def test_a_new_secret_for_an_endpoint_that_is_there_keeps_it_as_it_is():
    place = new_place("/b/x", STRIPE, RULES, random.Random(1))
    assert (place.endpoint, place.added) == (RULES.endpoints[1], True)
    assert (place.secret.endpoint, place.secret.label) == ("/b", LABEL)
    assert place.secret.value not in repr(place)


@pytest.mark.parametrize("sample", FIRSTS, ids=lambda one: one.provider)
def test_with_a_new_place_every_provider_s_event_is_valid(sample):
    """As the listener judges it; or unsigned, where the provider signs nothing."""
    now, path = time.time(), path_for(sample, NO_RULES)
    rules, signing = NO_RULES, signing_with(sample, ())
    if sample.scheme:
        place = new_place(path, sample, NO_RULES, random.Random(7))
        rules = Rules((place.endpoint,), (place.secret,))
        signing = signing_with(sample, (place.key,), place.endpoint)
    draft = draft_of_sample(sample, f"http://127.0.0.1:8787{path}", signing, now, random.Random(8))
    sent = prepare(draft, now=now).outgoing
    capture = Capture(int(now * 10**9), "", "http", sent.head, sent.body, body_size=len(sent.body))
    status = case_of(capture, rules).verdict().status
    assert status is Status.VALID if sample.scheme else status is not Status.INVALID
