import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.core.difference import difference
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.loaded import BODY_LIMIT, Delivery, load, load_whole

LARGE = make_record(make_capture(body=b"x" * (BODY_LIMIT + 1)))


def test_a_small_body_is_whole():
    loaded = load(Shelf(make_record()), 1)
    assert loaded
    assert loaded.whole
    assert loaded.stored == 8


def test_of_a_large_body_the_first_part_is_read():
    loaded = load(Shelf(LARGE), 1)
    assert loaded
    assert not loaded.whole
    assert len(loaded.record.capture.body) == BODY_LIMIT
    assert loaded.stored == BODY_LIMIT + 1


def test_what_is_gone_is_gone():
    assert load(Shelf(), 1) is None
    with pytest.raises(KnownError) as caught:
        load_whole(Shelf(), 7)
    assert caught.value.problem.code == "no-capture"


def test_the_whole_body():
    assert load_whole(Shelf(LARGE), 1).capture.body == LARGE.capture.body


def at(seconds: int, body: bytes = b"{}", token: str = "a"):
    head = make_head(headers=(("Host", "x"), ("X-Token", token)))
    return make_record(make_capture(head=head, body=body, received_ns=seconds * 10**9))


@pytest.fixture
def tried() -> Shelf:
    """Three tries of one delivery, and something else between them."""
    shelf = Shelf(at(100), at(130), at(161, token="b"), at(400, body=b"[]", token="b"))
    shelf.tries = (1, 3, 4)
    return shelf


def test_what_came_once_has_no_place_among_tries(tried: Shelf):
    assert tried.loaded(2).delivery is None


def test_the_first_of_several_tries(tried: Shelf):
    assert tried.loaded(1).delivery == Delivery(1, 3, 0, None)


def test_a_further_try_tells_what_has_changed_since_the_one_before(tried: Shelf):
    second, third = tried.loaded(3).delivery, tried.loaded(4).delivery
    assert second
    assert third
    assert (second.number, second.tries, second.after_ns) == (2, 3, 61 * 10**9)
    assert second.changed == difference(tried.loaded(1).record.capture, tried.loaded(3).record.capture)
    assert second.changed.headers == ("X-Token",)
    assert not second.changed.body
    assert (third.number, third.after_ns) == (3, 239 * 10**9)
    assert third.changed
    assert third.changed.body


def test_a_try_before_that_is_gone_leaves_its_place(tried: Shelf, monkeypatch: pytest.MonkeyPatch):
    usual = tried.record
    monkeypatch.setattr(tried, "record", lambda number, **more: None if number == 1 else usual(number, **more))
    assert tried.loaded(3).delivery == Delivery(2, 3, 0, None)
