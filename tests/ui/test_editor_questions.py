import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.editor_questions import Questions


@pytest.fixture
def questions(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    made = Questions(place)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    made.held = place
    return made


def answers(questions, key):
    return questions.banner(key).findChildren(QPushButton)


def test_the_first_answer_has_the_keyboard_and_does_it_once(questions):
    done = []
    questions.ask_host("api.example.com", lambda: done.append("sent"))
    assert questions.texts() == {"host": "api.example.com is not this machine. Send to it, now and from now on?"}
    yes, no = answers(questions, "host")
    assert QApplication.focusWidget() is yes
    assert (yes.text(), no.text()) == ("Send to api.example.com", "Do not send")
    yes.click()
    assert done == ["sent"]
    assert not questions.texts()


def test_the_other_answer_only_takes_the_question_away(questions):
    done = []
    questions.ask_close(lambda: done.append("closed"))
    answers(questions, "leave")[1].click()
    assert not done
    assert not questions.texts()


def test_problems_are_told_in_their_sentences(questions):
    questions.tell("remarks", Problem.of("draft-no-request"), Problem.of("break-no-body"))
    assert questions.texts()["remarks"].endswith("There is no body that could be changed.")
