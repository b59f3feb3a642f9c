"""Comparisons for tests of the window."""

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.compare.comparison import PLAINLY, Comparison, Wanted, compare

BEFORE = b'{"id": "evt_1Nx3fgh2", "a": 1, "b": {"x": 1}, "c": [1, 2, 3, 4, 5, 6, 7, 8, 9], "d": 1}'
AFTER = b'{"id": "evt_1Nx3fgh3", "a": 2, "c": [1, 2, 3, 4, 5, 6, 7, 8, 9], "d": 1, "e": null}'
ROWS = 21
"""Of the body, side by side: an id and a value are changed, three lines gone, one new."""


def compared(before: bytes = BEFORE, after: bytes = AFTER, wanted: Wanted = PLAINLY) -> Comparison:
    head = make_head(headers=(("Content-Type", "application/json"), ("X", "1")))
    other = make_head(headers=(("X", "2"), ("content-type", "application/json")))
    return compare(make_record(make_capture(head, before), 1), make_record(make_capture(other, after), 2), wanted)
