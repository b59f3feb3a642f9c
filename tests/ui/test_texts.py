import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import Qt, QTextDocument

from webhook_inspector.core.problem import Problem
from webhook_inspector.ui import texts


@pytest.fixture
def locale():
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


def test_a_problem_in_words():
    assert texts.problem_text(Problem.of("port-taken", port=8787)) == "Port 8787 is taken by another program."


def test_a_problem_of_another_version_still_says_something():
    assert texts.problem_text(Problem.of("from-the-future")) == "from-the-future"


def test_figures_follow_the_locale(locale):
    locale("pt_BR")
    assert texts.number(12480) == "12.480"
    assert texts.size(3174) == "3,1 KiB"
    assert texts.rate(4.26) == "4,3"
    assert texts.rate(12345.6) == "12.346"


def test_cut():
    assert texts.cut("abc", 3) == "abc"
    assert texts.cut("abcd", 3) == "ab…"


@pytest.mark.parametrize("text", ["<img src='file:///etc/passwd'>", "a & b", "</span><b>x"])
def test_a_tooltip_shows_what_looks_like_html_as_it_is(text):
    shown = texts.plain_tooltip(text)
    assert Qt.mightBeRichText(shown)
    document = QTextDocument()
    document.setHtml(shown)
    assert document.toPlainText() == text


def test_no_tooltip_for_no_text():
    assert texts.plain_tooltip("") == ""
