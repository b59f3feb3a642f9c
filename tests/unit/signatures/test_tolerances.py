from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.tolerances import TOLERANCES


def test_each_is_of_a_scheme_that_exists() -> None:
    assert set(TOLERANCES) <= set(SCHEMES)
    assert all(0 < seconds <= 3600 for seconds in TOLERANCES.values())
    assert TOLERANCES["stripe"] == 300
