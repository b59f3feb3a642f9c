import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    private_key,
    public_key,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures import ecdsa, ed25519, rsa
from webhook_inspector.signatures.header_signature import Recipe, scheme_of
from webhook_inspector.signatures.scheme import Scheme

RECIPES = (*ed25519.RECIPES, *ecdsa.RECIPES, *rsa.RECIPES)
KINDS = {"ed25519": "ed25519", "ecdsa-p256-sha256-der": "p256", "rsa-v1_5-sha1": "rsa", "rsa-v1_5-sha256": "rsa"}
ALL = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
TIMED = pytest.mark.parametrize("recipe", [row for row in RECIPES if row.timestamp], ids=lambda recipe: recipe.name)


def signed(recipe: Recipe, body: bytes = b"{}", number: int = 1):
    scheme = scheme_of(recipe)
    assert scheme.sign is not None
    return scheme, scheme.sign(make_request(body), [private_key(KINDS[recipe.algorithm], number)], {}, NOW)


def key(recipe: Recipe, number: int = 1):
    return public_key(KINDS[recipe.algorithm], number)


@ALL
@given(BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(recipe, body, place) -> None:
    scheme, sent = signed(recipe, body)
    assert status(scheme, sent, key(recipe)) is Status.VALID
    assert status(scheme, with_body(sent, body + b"!"), key(recipe)) is Status.INVALID
    if body:
        assert status(scheme, with_body(sent, changed(body, place)), key(recipe)) is Status.INVALID
    assert status(scheme, sent, key(recipe, 2)) is Status.INVALID
    for names in (recipe.header, recipe.timestamp, recipe.id):
        if names:
            other = with_header(sent, names[0], changed(header(sent, names[0]), place))
            assert status(scheme, other, key(recipe)) is Status.INVALID


@TIMED
def test_age(recipe) -> None:
    scheme, sent = signed(recipe)
    limit = {"tolerance_seconds": 300}
    for late, expected in ((300, Status.VALID), (301, Status.EXPIRED), (-300, Status.VALID), (-301, Status.EXPIRED)):
        assert status(scheme, sent, key(recipe), settings=limit, now=NOW + late) is expected
        assert status(scheme, sent, key(recipe), now=NOW + late) is Status.VALID
    no_time = with_header(sent, recipe.timestamp[0], b"yesterday")
    assert status(scheme, no_time, key(recipe), settings=limit) is Status.INVALID


@ALL
def test_without_its_headers(recipe) -> None:
    scheme, sent = signed(recipe)
    assert status(scheme, make_request(), key(recipe)) is Status.UNSIGNED
    for names in (recipe.timestamp, recipe.id):
        fields = tuple(field for field in sent.fields if field[0] not in names)
        if names:
            assert status(scheme, make_request(b"{}", fields), key(recipe)) is Status.INVALID
    assert status(scheme, with_header(sent, recipe.header[0], b"#"), key(recipe)) is Status.INVALID
    assert status(scheme, sent) is Status.NO_SECRET


@ALL
def test_signing_again_replaces_the_signature(recipe) -> None:
    scheme, sent = signed(recipe)
    assert scheme.sign is not None
    again = scheme.sign(with_body(sent, b"edited"), [private_key(KINDS[recipe.algorithm])], {}, NOW + 60)
    assert status(scheme, again, key(recipe), settings={"tolerance_seconds": 5}, now=NOW + 60) is Status.VALID
    assert len(again.fields) == len(sent.fields)
    if recipe.id:
        assert header(again, recipe.id[0]) == header(sent, recipe.id[0])


@ALL
@given(st.data())
def test_junk(recipe, data) -> None:
    names = (*recipe.header, *recipe.timestamp, *recipe.id)
    survives_junk(scheme_of(recipe), data.draw(junk_requests(*names)), private_key(KINDS[recipe.algorithm]))


def test_steps_stand_in_order() -> None:
    scheme, sent = signed(ed25519.RECIPES[2])
    found = verdict(scheme, sent, public_key("ed25519"), settings={"tolerance_seconds": 300})
    assert [step.name for step in found.steps] == ["header", "format", "key", "timestamp", "content", "digest"]
    assert found.signed_content == f"{int(NOW)}|{{}}".encode()


def test_every_row_makes_a_scheme() -> None:
    schemes: tuple[Scheme, ...] = (*ed25519.SCHEMES, *ecdsa.SCHEMES, *rsa.SCHEMES)
    assert {recipe.name for recipe in RECIPES} <= {scheme.name for scheme in schemes}
