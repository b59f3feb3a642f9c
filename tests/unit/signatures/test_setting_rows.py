import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared_secrets import vectors
from tests.vectors.vector import Vector
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.generic_hmac import _described
from webhook_inspector.signatures.registry import SCHEMES, verify
from webhook_inspector.signatures.setting_rows import (
    SETTING_ROWS,
    read_setting,
    row_of,
    rows_for,
    write_setting,
)
from webhook_inspector.signatures.tolerances import TOLERANCES

LATER = 1000
OTHERWISE = {"tolerance_seconds": 0, "signed_url": "https://other.example/", "key_id": "another"}
"""Values that a valid request does not fit, for the settings that few vectors carry."""


def status(vector: Vector, settings, now: float) -> Status:
    return verify(vector.request, vector.scheme, vector.keys, settings, now).status


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_setting_is_offered_for_exactly_the_schemes_that_heed_it(name):
    heeding = set()
    for vector in vectors():
        if not vector.valid or vector.scheme in heeding:
            continue
        without = {key: value for key, value in vector.settings.items() if key != name}
        for now in (vector.now, vector.now + LATER):
            if status(vector, without, now) != status(vector, {**without, name: OTHERWISE[name]}, now):
                heeding.add(vector.scheme)
    assert set(row_of(name).schemes) == heeding


def test_every_setting_of_a_vector_is_offered_for_its_scheme():
    for vector in vectors():
        for name in vector.settings:
            if (vector.scheme, name) != (
                "standard-webhooks-raw-key",
                "secret_is_raw",
            ):  # it says the same as the scheme
                assert vector.scheme in row_of(name).schemes, vector.id


def test_a_usual_tolerance_can_be_changed():
    assert set(TOLERANCES) <= set(row_of("tolerance_seconds").schemes)


def test_every_scheme_is_one_of_the_registry():
    for row in SETTING_ROWS:
        assert row.schemes
        assert set(row.schemes) <= set(SCHEMES)
        assert row.kind in {"int", "text", "exact", "flag", "list", "choice"}
    assert len({row.name for row in SETTING_ROWS}) == len(SETTING_ROWS)


def test_every_choice_is_one_that_the_generic_scheme_understands():
    for row in rows_for("generic-hmac"):
        for choice in row.choices:
            described = _described({"signature_header": "X", "timestamp_header": "T", row.name: choice})
            assert not isinstance(described, str)


def test_the_first_choice_is_what_counts_where_nothing_is_set():
    usual = {"signature_header": "X", "timestamp_header": "T"}
    for row in rows_for("generic-hmac"):
        if row.kind == "choice":
            assert _described({**usual, row.name: row.choices[0]}) == _described(usual)
            assert _described({**usual, row.name: row.choices[1]}) != _described(usual)


def test_rows_for_a_scheme():
    assert [row.name for row in rows_for("stripe")] == ["tolerance_seconds"]
    assert [row.name for row in rows_for("github")] == []
    assert [row.name for row in rows_for("")] == ["signed_url", "tolerance_seconds"]
    assert len(rows_for("generic-hmac")) == 10
    assert rows_for("no such scheme") == ()
    assert row_of("no_such_setting") is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("tolerance_seconds", " 300 ", 300),
        ("tolerance_seconds", "0", 0),
        ("webhook_id", " 1JE ", "1JE"),
        ("prefix", "Bearer ", "Bearer "),
        ("secret_is_raw", "Yes", True),
        ("secret_is_raw", "false", False),
        ("hash", "sha512", "sha512"),
        ("encoding", "HEX", "HEX"),
        ("required_headers", "(request-target), host;date\n", ("(request-target)", "host", "date")),
        ("algorithms", "ES256,RS256", ("ES256", "RS256")),
    ],
)
def test_a_text_is_read_and_written(name, text, value):
    row = row_of(name)
    assert read_setting(row, text) == value
    assert type(read_setting(row, text)) is type(value)
    assert read_setting(row, write_setting(value)) == value


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("tolerance_seconds", "-1", "setting-number"),
        ("tolerance_seconds", "5 min", "setting-number"),
        ("tolerance_seconds", "²", "setting-number"),
        ("tolerance_seconds", "9999999999", "setting-number"),
        ("tolerance_seconds", "", "setting-number"),
        ("secret_is_raw", "perhaps", "setting-flag"),
        ("hash", "crc32", "setting-choice"),
        ("algorithms", "ES256, none", "setting-choice"),
    ],
)
def test_a_text_that_means_nothing_is_a_problem(name, text, code):
    problem = read_setting(row_of(name), text)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert dict(problem.particulars)["name"] == name


@given(st.sampled_from(SETTING_ROWS), st.text())
def test_junk_never_raises_and_what_is_read_is_read_again(row, text):
    value = read_setting(row, text)
    if not isinstance(value, Problem):
        assert read_setting(row, write_setting(value)) == value
