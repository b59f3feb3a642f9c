from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_deliveries import DELIVERIES_SENTENCES


def test_they_are_among_the_sentences() -> None:
    assert all(sentence(Problem.of(code)) == text for code, text in DELIVERIES_SENTENCES.items())


def test_a_rule_that_is_not_there_names_those_that_are() -> None:
    text = sentence(Problem.of("no-forward", name="App", known="My app, Staging"))
    assert text == "There is no forward rule App. There are: My app, Staging."
