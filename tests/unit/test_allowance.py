from contextlib import suppress

import pytest

from webhook_inspector import allowance as allowance_module
from webhook_inspector.allowance import Allowance


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

        def perf_counter(self) -> float:
            return self.now

    made = Clock()
    monkeypatch.setattr(allowance_module, "time", made)
    return made


def test_after_a_burst_only_a_share_of_the_time_is_left(clock) -> None:
    allowance = Allowance(0.1, 0.05)
    with allowance as has_time:
        assert has_time
        clock.now += 0.06
    with allowance as has_time:
        assert not has_time
    clock.now += 0.2
    with allowance as has_time:
        assert has_time
        clock.now += 0.02
    with allowance as has_time:
        assert not has_time


def test_calm_saves_no_more_than_a_burst(clock) -> None:
    allowance = Allowance(0.1, 0.05)
    clock.now += 1000
    with allowance:
        clock.now += 0.051
    with allowance as has_time:
        assert not has_time


def test_work_that_fails_has_used_its_time_too(clock) -> None:
    allowance = Allowance(0.1, 0.05)
    with suppress(ValueError), allowance:
        clock.now += 1
        raise ValueError
    with allowance as has_time:
        assert not has_time
