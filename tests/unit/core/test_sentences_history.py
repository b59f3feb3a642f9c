from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_history import HISTORY_SENTENCES


def test_they_are_what_people_read() -> None:
    assert "store-full" in HISTORY_SENTENCES
    assert all(sentence(Problem(code)) == text for code, text in HISTORY_SENTENCES.items())
