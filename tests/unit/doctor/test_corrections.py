import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.doctor.corrections import FLAWS, corrections, key_forms, key_texts


@given(st.text())
def test_no_text_makes_it_raise_or_gives_nothing_to_try_with(value) -> None:
    found = [text for _, text in corrections(value)]
    assert "" not in found
    assert value not in found
    assert len(found) == len(set(found))
    assert all(raw for _, raw in key_forms(value))
    assert all(value not in list(key_texts(raw, value)) for _, raw in key_forms(value))


@pytest.mark.parametrize("value", ["whsec_c2VjcmV0", "plain-secret", "sk_test_51H8"])
def test_a_plain_secret_is_hardly_touched(value) -> None:
    assert len(list(corrections(value))) <= 1


def test_two_flaws_are_told_by_the_first_that_is_undone() -> None:
    assert ("doctor-secret-variable", "secret-01") in list(corrections('KEY="secret-01"'))


def test_nothing_that_long_is_a_secret() -> None:
    assert list(corrections("x " * 10_000)) == []
    assert list(key_forms("x" * 20_000)) == []


def test_every_flaw_has_its_sentence() -> None:
    assert {flaw for flaw, _ in FLAWS} <= set(SENTENCES)
