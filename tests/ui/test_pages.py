import os
import shlex

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from webhook_inspector.ui.pages import NoMatchPage, StartPage, curl_line

URL = "http://127.0.0.1:8787"


@pytest.fixture
def page(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    return page


def press(qtbot, page, name):
    button = next(one for one in page.findChildren(QPushButton) if name in (one.accessibleName(), one.text()))
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_steps(page, qtbot):
    page.show_listening(URL)
    assert page.heading.text() == "No webhooks yet"
    assert [line.text() for line in page.findChildren(QLineEdit)] == [URL, curl_line(URL)]
    with qtbot.waitSignal(page.copy_url):
        press(qtbot, page, "Copy the listener URL")
    assert not next(one for one in page.findChildren(QPushButton) if one.text() == "Send a sample").isEnabled()
    page.offer_samples([("github", "GitHub"), ("stripe", "Stripe")], "stripe")
    with qtbot.waitSignal(page.send_sample) as sent:
        press(qtbot, page, "Send a sample")
    assert sent.args == ["stripe"]
    press(qtbot, page, "Copy the command")
    assert QGuiApplication.clipboard().text() == curl_line(URL)


def test_stopped_offers_to_start(page, qtbot):
    page.show_listening(URL)
    page.show_stopped()
    assert page.heading.text() == "Not listening"
    assert not any(line.isVisible() for line in page.findChildren(QLineEdit))
    with qtbot.waitSignal(page.start):
        press(qtbot, page, "Start listening")


def test_waiting_offers_nothing(page):
    page.show_waiting("The history cannot be read", "It is <b>newer</b>.")
    assert page.sentence.text() == "It is <b>newer</b>."
    assert page.sentence.textFormat() is Qt.TextFormat.PlainText
    assert not any(button.isVisible() for button in page.findChildren(QPushButton))


@pytest.mark.skipif(os.name == "nt", reason="quotes of a POSIX shell")
def test_the_command_works_in_a_shell():
    assert shlex.split(curl_line(URL)) == ["curl", "-d", '{"hi":1}', URL + "/"]


def test_no_match_says_what_is_hidden_and_offers_the_way_out(qtbot):
    page = NoMatchPage()
    qtbot.addWidget(page)
    page.show()
    page.show_search("invoice 12", 12480)
    assert page.heading.text() == "No captures match invoice 12"
    assert page.sentence.text() == "Hidden by the search: 12,480"
    with qtbot.waitSignal(page.clear_search):
        press(qtbot, page, "Clear the search (Esc)")
