import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.ui.editor_targets import MOST, next_target, with_recent

RECORD = make_record(make_capture(make_head(target="/stripe?x=1")))


def test_the_last_one_stands_first_and_none_twice():
    assert with_recent(["a", "b"], "b") == ["b", "a"]
    assert len(with_recent([str(place) for place in range(MOST)], "new")) == MOST


@pytest.mark.parametrize(
    ("url", "record", "wanted"),
    [
        ("http://localhost:3000/stripe?x=1", RECORD, "http://localhost:3000"),
        ("http://localhost:3000/other?x=1", RECORD, "http://localhost:3000/other"),
        ("http://localhost:3000/other?x=1", None, "http://localhost:3000/other"),
        ("http://localhost:3000/{{path}}", None, ""),
        ("localhost", None, ""),
    ],
)
def test_where_other_captures_go_next(url, record, wanted):
    assert next_target(url, record) == wanted
