import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.doctor.cases import patient_of, signed, with_body, with_secret
from webhook_inspector.doctor.digests import expected_hash, fits, raw_of, secrets_of, signed_of

RAW = bytes(range(32))


@pytest.mark.parametrize(
    "text",
    [RAW.hex(), RAW.hex().upper(), base64.b64encode(RAW).decode(), base64.urlsafe_b64encode(RAW).decode().rstrip("=")],
)
def test_bytes_behind_a_signature(text) -> None:
    assert raw_of(text) == RAW


@given(st.text())
def test_no_text_makes_it_raise(text) -> None:
    assert len(raw_of(text)) in {0, 16, 20, 32, 48, 64}


def test_a_signature_that_does_not_fit_is_told_with_its_hash() -> None:
    patient = patient_of(with_body(signed("github-sha1"), b"changed"))
    assert [one.hash for one in signed_of(patient)] == ["sha1"]
    assert expected_hash(patient) == "sha1"
    assert [label for label, _ in secrets_of(patient)] == ["main"]


def test_one_that_fits_is_none() -> None:
    assert list(signed_of(patient_of(signed("github")))) == []


def test_an_empty_key_fits_nothing() -> None:
    patient = patient_of(with_secret(signed("github"), "other"))
    assert not any(fits(one, b"", patient.verdict.signed_content) for one in signed_of(patient))
