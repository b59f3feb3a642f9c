import time

import pytest

from tests.makers import RECEIVED_NS
from webhook_inspector.ui.time_format import TIME_FORMATS, Moment, ago, since

SECOND = 10**9
DAY = 86_400 * SECOND


@pytest.mark.parametrize(
    ("elapsed", "text"),
    [
        (-5 * SECOND, "now"),
        (SECOND - 1, "now"),
        (12 * SECOND, "12 s ago"),
        (60 * SECOND, "1 min ago"),
        (7_199 * SECOND, "1 h ago"),
        (1_500 * DAY, "1,500 d ago"),
    ],
)
def test_how_long_ago(elapsed, text):
    assert ago(elapsed) == text


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (0, "+0.000 s"),
        (118 * 10**6, "+0.118 s"),
        (-1_500 * 10**6, "−1.500 s"),
        (60 * SECOND, "+1 min 0 s"),
        (200 * SECOND, "+3 min 20 s"),
        (-3_720 * SECOND, "−1 h 2 min"),
        (2 * DAY + 3_600 * SECOND, "+2 d 1 h"),
    ],
)
def test_the_time_since_another(difference, text):
    assert since(difference) == text


def test_each_way_tells_its_own(monkeypatch):
    monkeypatch.setenv("TZ", "<-03>3")
    time.tzset()
    try:
        moment = Moment(RECEIVED_NS, RECEIVED_NS + 3 * SECOND, RECEIVED_NS - 4 * SECOND)
        assert {one.key: one.text(moment) for one in TIME_FORMATS} == {
            "local": "13:00:00.123",
            "utc": "16:00:00.123Z",
            "ago": "3 s ago",
            "since": "+4.000 s",
        }
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_first_row_has_none_before_it():
    (row,) = [one for one in TIME_FORMATS if one.compares]
    assert row.text(Moment(RECEIVED_NS, RECEIVED_NS, None)) == "–"
