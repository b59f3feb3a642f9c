from tests.ui.compared import compared
from webhook_inspector.compare.change import Kind, Place
from webhook_inspector.compare.comparison import Wanted
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.drafts.outcomes import compare_responses
from webhook_inspector.ui.compare_words import HEADINGS, KINDS, counts_text, hint_text, summary

ALL = Wanted(Ignoring.of(["header:x"], noise=True))


def test_every_place_and_every_kind_has_a_word():
    assert set(HEADINGS) == set(Place)
    assert set(KINDS) == set(Kind)


def test_how_much_differs():
    assert counts_text(compared()) == "1 header, 4 values"
    assert summary(compared()) == "Different: 1 header, 4 values. 1 looks like an id or a time."
    assert counts_text(compared(b"a\nb", b"c\nd")) == "1 header, 2 lines of the body"
    assert summary(compared(wanted=ALL)) == "Different: 3 values. 2 are ignored."


def test_the_first_line_of_a_response_is_no_request_line():
    before, after = (
        Attempt(0, "POST", "", b"", b"", Response(status, b"HTTP/1.1 %d Word\r\n\r\n" % status))
        for status in (200, 500)
    )
    compared_responses = compare_responses(before, after)
    assert HEADINGS[compared_responses.sections[0].place] == "First line"
    assert summary(compared_responses) == "Different: first line."


def test_nothing_differs():
    assert counts_text(compared(b"{}", b"{}", ALL)) == ""
    assert summary(compared(b"{}", b"{}", ALL)) == "Nothing is different. 1 is ignored."


def test_the_hint():
    assert hint_text(compared(wanted=ALL), "invoice.paid", 12) == "Since the last invoice.paid (capture 12): 3 values"
    assert hint_text(compared(b"{}", b"{}", ALL), "x", 1).endswith(": nothing but ids and times")
