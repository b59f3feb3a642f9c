import pytest

from webhook_inspector.ui.sidebar_line import Kind, Line


@pytest.mark.parametrize(
    ("kind", "picked"), [(Kind.TITLE, False), (Kind.REMARK, False), (Kind.FILTER, True), (Kind.SAVED, True)]
)
def test_what_can_be_picked(kind, picked):
    assert Line(kind, "a").can_be_picked is picked
