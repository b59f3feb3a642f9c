from webhook_inspector.core.order import Order


def test_it_begins_with_the_smallest() -> None:
    assert Order("size") == Order("size", descending=False)
    assert Order("size") != Order("size", descending=True)
