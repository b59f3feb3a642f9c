import pytest

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_drafts import DRAFTS_SENTENCES
from webhook_inspector.drafts.address import address_of


def test_they_are_among_the_sentences():
    assert all(sentence(Problem.of(code)) == text for code, text in DRAFTS_SENTENCES.items())


def test_the_gaps_are_those_of_the_problem():
    with pytest.raises(KnownError) as caught:
        address_of("localhost:3000")
    assert "“localhost:3000” is no whole address" in sentence(caught.value.problem)
