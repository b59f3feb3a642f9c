from array import array

import pytest

from webhook_inspector.store.candidates import Candidates


def test_candidates_are_a_value() -> None:
    one = Candidates(array("q", [1, 3]), 4)
    assert one == Candidates(array("q", [1, 3]), 4)
    with pytest.raises(AttributeError):
        one.watermark = 5  # type: ignore[misc]
