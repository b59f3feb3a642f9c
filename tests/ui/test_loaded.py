import pytest

from tests.makers import make_capture, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.loaded import BODY_LIMIT, load, load_whole

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
