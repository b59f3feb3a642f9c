import pytest

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.samples.find import find, note, of_provider
from webhook_inspector.samples.table import SAMPLES


def test_every_sample_is_found():
    assert [find(sample.provider, sample.event) for sample in SAMPLES] == list(SAMPLES)
    assert [find(sample.provider, sample.event.swapcase()) for sample in SAMPLES] == list(SAMPLES)


def test_those_of_a_provider_come_in_the_order_of_the_table():
    assert [sample.event for sample in of_provider("zoom")] == [
        "endpoint.url_validation",
        "meeting.ended",
        "meeting.participant_joined",
        "meeting.started",
    ]


def problem_of(provider: str, event: str = "x") -> Problem:
    with pytest.raises(KnownError) as caught:
        find(provider, event)
    assert "{" not in sentence(caught.value.problem)
    return caught.value.problem


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("strpe", "stripe"), ("Mercado Pago", "mercadopago"), ("git-hub", "github"), ("GitLab", "gitlab")],
)
def test_a_provider_that_is_nearly_right_is_told(asked, meant):
    found = problem_of(asked)
    assert found.code == "sample-provider-near"
    assert dict(found.particulars)["near"].startswith(meant)


def test_a_provider_that_is_like_none_gets_all_of_them():
    found = problem_of("zzzzzz")
    assert found.code == "sample-no-provider"
    assert {sample.provider for sample in SAMPLES} == set(dict(found.particulars)["known"].split(", "))


def test_an_event_that_is_nearly_right_is_told_in_its_own_case():
    found = problem_of("asaas", "payment_recieved")
    assert found.code == "sample-no-event"
    assert dict(found.particulars)["near"].startswith("PAYMENT_RECEIVED")


def test_an_event_that_is_like_none_gets_some_there_are():
    assert dict(problem_of("typeform", "zzzz").particulars)["near"] == "form_response"
    assert dict(problem_of("stripe", "zzzz").particulars)["near"].count(",") == 7


def test_people_are_told_how_a_sample_is_signed_where_that_surprises():
    assert note(find("stripe", "invoice.paid")) is None
    nothing, own = note(find("efi", "pix")), note(find("discord", "PING"))
    assert nothing == Problem.of("sample-signs-nothing", provider="efi")
    assert own == Problem.of("sample-own-key", provider="discord")
