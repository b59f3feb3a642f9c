from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_sending import SENDING_SENTENCES


def test_they_are_what_people_read() -> None:
    assert all(code.startswith("sending-") for code in SENDING_SENTENCES)
    assert all(sentence(Problem(code)) == text for code, text in SENDING_SENTENCES.items())


def test_who_sends_to_the_own_machine_is_asked_about_the_app() -> None:
    problem = Problem.of("sending-refused-here", origin="http://localhost:3000", port=3000)
    assert sentence(problem).startswith("Is your app running on port 3000?")
