import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.noise import is_noise, is_noisy_header

NOISE = [
    ("", '"2026-11-24T12:05:49Z"', '"2026-11-24T12:05:50.123+01:00"'),
    ("", '"2026-11-24 12:05"', '"2025-01-01 00:00"'),
    ("", "Mon, 24 Nov 2026 12:00:00 GMT", "Tue, 25 Nov 2026 12:00:00 GMT"),
    ("", '"123e4567-e89b-12d3-a456-426614174000"', '"123e4567-e89b-12d3-a456-426614174001"'),
    ("latest", '"in_1Nx3fgh2aaa"', '"in_1Ny3fgh9bbb"'),
    ("url", '"https://x.test/evt_1Nx3fgh2?a=1"', '"https://x.test/evt_9Nx3fgh2?a=1"'),
    ("", '"9f2c1b049f2c1b04"', '"0f2c1b049f2c1b04"'),
    ("created", "1764000000", "1764009000"),
    ("periodEnd", "1764000000123", "1764009000123"),
    ("expires_at", '"1764000000"', '"1764009000"'),
    ("id", "12", "13"),
    ("orderId", '"A-1"', '"A-2"'),
]
TOLD = [
    ("amount", "1764000000", "1764009000"),
    ("amount", "1500", "2500"),
    ("status", '"paid"', '"open"'),
    ("created", "5", "6"),
    ("created", "9999999999", "9999999998"),
    ("due_date", '"2026-11-24"', '"2026-11-25"'),
    ("url", '"https://x.test/evt_1Nx3fgh2?a=1"', '"https://x.test/evt_9Nx3fgh2?a=2"'),
    ("currency", '"payment_succeeded"', '"payment_cancelled"'),
    ("id", "null", "13"),
    ("paid", "true", "false"),
    ("x", '"' + "a" * 20_000 + '1"', '"' + "a" * 20_000 + '2"'),
]


@pytest.mark.parametrize(("name", "before", "after"), NOISE)
def test_ids_and_times_tell_nothing(name: str, before: str, after: str):
    assert is_noise(name, before, after)


@pytest.mark.parametrize(("name", "before", "after"), TOLD)
def test_what_may_tell_something_is_left_alone(name: str, before: str, after: str):
    assert not is_noise(name, before, after)


@pytest.mark.parametrize(
    ("name", "noisy"),
    [
        ("Date", True),
        ("Stripe-Signature", True),
        ("X-GitHub-Delivery", True),
        ("X-Request-Id", True),
        ("CF-Ray", True),
        ("traceparent", True),
        ("Content-Type", False),
        ("User-Agent", False),
        ("X-GitHub-Event", False),
    ],
)
def test_headers(name: str, noisy: bool):
    assert is_noisy_header(name) is noisy


@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=200))
def test_junk_never_raises(name: str, before: str, after: str):
    is_noise(name, before, after)
    is_noisy_header(name)
