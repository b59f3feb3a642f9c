from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_samples import SAMPLES_SENTENCES


def test_they_are_among_the_sentences():
    assert all(sentence(Problem.of(code)) == text for code, text in SAMPLES_SENTENCES.items())


def test_a_sample_that_is_not_there_names_those_that_are_near():
    text = sentence(Problem.of("sample-no-event", provider="stripe", event="invoice.payed", near="invoice.paid"))
    assert text == "There is no sample event “invoice.payed” of stripe. Choose another one, such as invoice.paid."
