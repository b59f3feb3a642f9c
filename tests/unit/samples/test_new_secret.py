from random import Random

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.samples.new_secret import _ALGORITHMS, _PUBLIC, _SHAPES, has_key_pair, new_secret
from webhook_inspector.signatures.keyed import raw_keys
from webhook_inspector.signatures.pasted import remark
from webhook_inspector.signatures.registry import SCHEMES

SHARED = [name for name in SCHEMES if not has_key_pair(name)]
PAIRS = [name for name in SCHEMES if has_key_pair(name)]


@pytest.mark.parametrize("scheme", SHARED)
def test_a_shared_secret_looks_right_to_us_and_is_another_each_time(scheme):
    first, second = new_secret(scheme, Random(1)), new_secret(scheme, Random(2))
    assert remark(first.value, scheme) is None
    assert first.value == first.key.value != second.value
    assert first.key.kind in SCHEMES[scheme].key_kinds
    assert len(first.value) >= 20


@pytest.mark.parametrize("scheme", PAIRS)
def test_of_a_key_pair_the_endpoint_keeps_the_public_half(scheme):
    made = new_secret(scheme, Random(1))
    assert remark(made.value, scheme) is None
    assert made.key.kind == "private_key_pem"
    assert "PRIVATE KEY" in made.key.value
    assert "PRIVATE" not in made.value


@pytest.mark.parametrize(
    ("scheme", "begin", "size"),
    [("stripe", "whsec_", 38), ("svix", "whsec_", 38), ("slack", "", 32), ("adyen", "", 64), ("linear", "lin_wh_", 47)],
)
def test_it_has_the_shape_of_the_providers(scheme, begin, size):
    value = new_secret(scheme, Random(1)).value
    assert value.startswith(begin)
    assert len(value) == size


def test_a_key_in_base64_has_enough_bytes():
    assert len(raw_keys("whsec", new_secret("standard-webhooks", Random(1)).value)[0]) == 24


def test_every_row_is_of_a_scheme_of_its_kind():
    assert set(_SHAPES) <= set(SHARED)
    assert set(_ALGORITHMS) | set(_PUBLIC) <= set(PAIRS)


def test_its_repr_tells_nothing():
    made = new_secret("stripe", Random(1))
    assert made.value not in repr(made)
    assert "whsec_" not in repr(made)


def test_a_scheme_that_is_none_is_told():
    with pytest.raises(KnownError) as caught:
        new_secret("strype", Random(1))
    assert "strype" in sentence(caught.value.problem)
    assert not has_key_pair("strype")
