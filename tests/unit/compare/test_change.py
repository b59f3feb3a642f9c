import pytest

from webhook_inspector.compare.change import Change, Kind, Place


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [("1", "2", Kind.CHANGED), (None, "2", Kind.ADDED), ("1", None, Kind.REMOVED), ("", "x", Kind.CHANGED)],
)
def test_kinds(before: str | None, after: str | None, kind: Kind):
    assert Change(Place.BODY, "a", before, after, ignored=True).kind is kind
