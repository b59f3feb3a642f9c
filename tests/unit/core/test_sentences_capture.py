from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_capture import CAPTURE_SENTENCES


def test_they_are_what_people_read() -> None:
    assert "port-taken" in CAPTURE_SENTENCES
    assert all(sentence(Problem(code)) == text for code, text in CAPTURE_SENTENCES.items())
