import pytest

from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.doctor.trial import proves


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Status.INVALID, Status.VALID, True),
        (Status.EXPIRED, Status.VALID, True),
        (Status.UNSIGNED, Status.VALID, True),
        (Status.INVALID, Status.EXPIRED, True),
        (Status.NO_SECRET, Status.EXPIRED, True),
        (Status.EXPIRED, Status.EXPIRED, False),
        (Status.VALID, Status.EXPIRED, False),
        (Status.VALID, Status.VALID, False),
        (Status.INVALID, Status.INVALID, False),
        (Status.NO_SECRET, Status.INVALID, False),
    ],
)
def test_only_a_better_verdict_proves_anything(before, after, expected) -> None:
    assert proves(Verdict(before, "x"), Verdict(after, "x")) is expected
