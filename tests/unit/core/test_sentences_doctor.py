from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_doctor import DOCTOR_SENTENCES


def test_they_are_what_people_read() -> None:
    assert all(code.startswith("doctor-") for code in DOCTOR_SENTENCES)
    assert all(sentence(Problem(code)) == text for code, text in DOCTOR_SENTENCES.items())
