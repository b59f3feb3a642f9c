import pytest

from webhook_inspector.core.marks import tag_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_marks import MARKS_SENTENCES


def test_they_are_among_the_sentences():
    assert all(sentence(Problem.of(code)) == text for code, text in MARKS_SENTENCES.items())


def test_the_gaps_are_those_of_the_problem():
    with pytest.raises(KnownError) as caught:
        tag_of("two words")
    assert "“two words” is no tag" in sentence(caught.value.problem)
    assert "{" not in sentence(caught.value.problem)
