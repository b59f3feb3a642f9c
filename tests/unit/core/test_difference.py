from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head
from webhook_inspector.core.difference import Difference, difference

HEADERS = (("Host", "x"), ("Stripe-Signature", "t=1"), ("Accept", "*/*"))


def capture(headers=HEADERS, body=b"{}", target="/"):
    return make_capture(make_head(target=target, headers=headers), body)


def test_the_same_request_differs_in_nothing() -> None:
    assert not difference(capture(), capture(tuple(reversed(HEADERS))))
    assert not difference(capture(), capture((("HOST", "x"), *HEADERS[1:])))


def test_each_part_is_told() -> None:
    assert difference(capture(), capture(body=b"")) == Difference(line=False, headers=(), body=True)
    assert difference(capture(), capture(target="/x")) == Difference(line=True, headers=(), body=False)
    later = (("Host", "x"), ("stripe-signature", "t=2"), ("X-Retry", "1"))
    assert difference(capture(), capture(later)).headers == ("stripe-signature", "Accept", "X-Retry")
    assert bool(difference(capture(), capture(later)))


def test_a_header_that_comes_twice_differs_from_one_that_comes_once() -> None:
    assert difference(capture(), capture((*HEADERS, ("Host", "x")))).headers == ("Host",)


@given(st.binary(max_size=100))
def test_junk_can_be_compared(head) -> None:
    assert not difference(make_capture(head), make_capture(head))
