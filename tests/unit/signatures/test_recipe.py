from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from tests.shared_secrets import fact, secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures import header_hmac, timestamped, url_bound
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.recipe import Recipe, pairs_of, read, scheme_of

RECIPES = (*header_hmac.RECIPES, *timestamped.RECIPES, *url_bound.RECIPES)
ALL = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
COVERING = pytest.mark.parametrize(
    "recipe", [row for row in RECIPES if "{body}" in row.content], ids=lambda recipe: recipe.name
)
TIMED = pytest.mark.parametrize(
    "recipe", [row for row in RECIPES if "{timestamp}" in row.content], ids=lambda recipe: recipe.name
)
LIMIT = {"tolerance_seconds": 300}
ECWID = b'{"eventId":"a","eventCreated":1}'


def key(recipe: Recipe, number: int = 1):
    return secret(recipe.method.key, number, recipe.key_kinds[0])


def signed(recipe: Recipe, body: bytes = ECWID, told=None, request=None):
    scheme = scheme_of(recipe)
    assert scheme.sign is not None
    return scheme, scheme.sign(request or make_request(body), [key(recipe)], told or {}, NOW)


def name_of(recipe: Recipe) -> bytes:
    return recipe.header.replace("*", "1").encode()


def test_each_name_stands_once() -> None:
    names = [recipe.name for recipe in RECIPES]
    assert len(names) == len(set(names))


@COVERING
@given(BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(recipe, body, place) -> None:
    scheme, sent = signed(recipe, body)
    assert status(scheme, sent, key(recipe)) is Status.VALID
    assert status(scheme, with_body(sent, body + b"!"), key(recipe)) is Status.INVALID
    if body:
        assert status(scheme, with_body(sent, changed(body, place)), key(recipe)) is Status.INVALID
    assert status(scheme, sent, key(recipe, 2)) is Status.INVALID
    text = header(sent, name_of(recipe))
    at = place % len(text)
    if text[at : at + 1] != b" ":
        assert status(scheme, with_header(sent, name_of(recipe), changed(text, at)), key(recipe)) is Status.INVALID


@ALL
def test_without_its_headers(recipe) -> None:
    scheme, sent = signed(recipe)
    assert status(scheme, make_request(ECWID), key(recipe)) is Status.UNSIGNED
    assert status(scheme, with_header(sent, name_of(recipe), b""), key(recipe)) is Status.INVALID
    cut = header(sent, name_of(recipe))[:-1]
    found = verdict(scheme, with_header(sent, name_of(recipe), cut), key(recipe))
    assert found.status is Status.INVALID
    assert not fact(found, "format").holds
    if recipe.time_header:
        fields = tuple(field for field in sent.fields if field[0] != recipe.time_header.encode())
        lost = verdict(scheme, replace(sent, fields=fields), key(recipe))
        assert lost.status is Status.INVALID
        assert fact(lost, "content").expected == recipe.time_header
        assert recipe.time_header in fact(lost, "content").fact


@TIMED
@given(PLACES)
def test_the_time_is_signed_and_limited(recipe, place) -> None:
    scheme, sent = signed(recipe)
    assert recipe.clock is not None
    ahead = Status.EXPIRED if recipe.clock.ahead_counts else Status.VALID
    for late, expected in ((300, Status.VALID), (302, Status.EXPIRED), (-300, Status.VALID), (-302, ahead)):
        assert status(scheme, sent, key(recipe), settings=LIMIT, now=NOW + late) is expected
        assert status(scheme, sent, key(recipe), now=NOW + late) is Status.VALID
    if recipe.time_header:
        name = recipe.time_header.encode()
        assert (
            status(scheme, with_header(sent, name, changed(header(sent, name), place)), key(recipe)) is Status.INVALID
        )


@ALL
def test_junk(recipe) -> None:
    names = [name_of(recipe), *(name.encode() for name in (*recipe.also, recipe.time_header) if name), b"Content-Type"]

    @settings(max_examples=20)
    @given(junk_requests(*names))
    def survives(sent) -> None:
        survives_junk(scheme_of(recipe), sent, key(recipe))

    survives()


@ALL
def test_an_old_signature_is_replaced_where_it_stood(recipe) -> None:
    scheme, sent = signed(recipe)
    old = replace(sent, fields=((name_of(recipe).upper(), b"old"), *make_request().fields, (name_of(recipe), b"older")))
    _, again = signed(recipe, request=old)
    assert again.fields[0][0] == name_of(recipe).upper()
    assert sum(name.lower() == name_of(recipe).lower() for name, _ in again.fields) == 1
    assert status(scheme, again, key(recipe)) is Status.VALID


def test_any_of_several_keys_and_signatures_fits_and_is_named() -> None:
    recipe = Recipe("x", "X", "X-Sig", "v1={signature}", several=True)
    scheme, sent = signed(recipe)
    good = header(sent, b"X-Sig")
    rolled = with_header(sent, b"X-Sig", b"v2=zz, v1=" + b"0" * 64 + b", " + good)
    found = verdict(scheme, rolled, secret(number=2), secret(label="new"))
    assert (found.status, found.key_label) == (Status.VALID, "new")
    assert verdict(scheme, rolled, secret(number=2), secret()).key_label == "key 2"
    twice = replace(sent, fields=((b"x-sig", b"v1=" + b"0" * 64), *sent.fields))
    assert status(scheme, twice, secret()) is Status.VALID


def second_signature(recipe: Recipe, good: bytes, bad: bytes) -> list[bytes]:
    """Headers that hold the right signature and one more, as a sender would write a list."""
    separator = recipe.separator.encode()
    if "{timestamp}" in recipe.layout:
        tag, _, text = good.rpartition(separator)[2].partition(b"=")
        others = [good.removesuffix(tag + b"=" + text) + tag + b"=" + bad, good + separator + tag + b"=" + bad]
        return [others[0] + separator + tag + b"=" + text, others[1]]
    prefix = recipe.layout.partition("{signature}")[0].encode()
    return [separator.join(pair) for pair in ((good, prefix + bad), (prefix + bad, good))]


@ALL
def test_one_signature_unless_the_sender_documents_several(recipe) -> None:
    scheme, sent = signed(recipe)
    good, name = header(sent, name_of(recipe)), name_of(recipe)
    expected = Status.VALID if recipe.several else Status.INVALID
    for value in second_signature(recipe, good, b"0" * 64):
        assert status(scheme, with_header(sent, name, value), key(recipe)) is expected
    assert status(scheme, replace(sent, fields=(*sent.fields, (name.upper(), good))), key(recipe)) is expected


def test_who_documents_several_signatures() -> None:
    several = {row.name for row in RECIPES if row.several}
    assert several == {"circleci", "mollie", "mux", "pagerduty", "paddle-billing", "stripe", "tailscale"}


def test_two_signatures_where_one_belongs_are_told() -> None:
    recipe = next(row for row in RECIPES if row.name == "elevenlabs")
    scheme, sent = signed(recipe)
    found = verdict(scheme, with_header(sent, name_of(recipe), header(sent, name_of(recipe)) + b",v0=00"), key(recipe))
    assert fact(found, "format").fact == "ElevenLabs-Signature holds 2 signatures, and the sender makes one"


def test_the_url_of_the_settings_is_what_the_sender_signed() -> None:
    recipe = next(row for row in RECIPES if row.name == "square")
    told = {"signed_url": "https://public.example/hook"}
    scheme, sent = signed(recipe, told=told)
    assert status(scheme, sent, key(recipe), settings=told) is Status.VALID
    assert status(scheme, sent, key(recipe)) is Status.INVALID
    assert status(scheme, replace(sent, url="http://127.0.0.1:8787/hook"), key(recipe), settings=told) is Status.VALID


def test_docusign_counts_its_headers() -> None:
    recipe = next(row for row in RECIPES if row.name == "docusign")
    scheme, sent = signed(recipe)
    text = header(sent, b"X-DocuSign-Signature-1")
    second = replace(sent, fields=((b"X-DocuSign-Signature-1", b"no"), (b"x-docusign-signature-12", text)))
    assert status(scheme, second, key(recipe)) is Status.VALID
    named = replace(sent, fields=((b"x-docusign-signature-x", text),))
    assert status(scheme, named, key(recipe)) is Status.UNSIGNED


def test_a_key_named_in_the_request_must_be_ours() -> None:
    recipe = next(row for row in RECIPES if row.name == "pusher")
    scheme, sent = signed(recipe)
    named = with_header(sent, b"X-Pusher-Key", b"key-1")
    assert status(scheme, named, key(recipe), settings={"key_id": "key-1"}) is Status.VALID
    assert status(scheme, named, key(recipe), settings={"key_id": "key-2"}) is Status.INVALID
    assert status(scheme, sent, key(recipe), settings={"key_id": "key-1"}) is Status.INVALID


@pytest.mark.parametrize("body", [b'{"a":1,"webhookTimestamp": 5 }', b'{"webhookTimestamp":"old","n":10.0}'])
def test_a_time_in_the_body_is_dated_anew_and_nothing_else_changes(body) -> None:
    recipe = next(row for row in RECIPES if row.name == "linear")
    scheme, sent = signed(recipe, body)
    assert str(int(NOW * 1000)).encode() in sent.body
    assert sent.body.replace(str(int(NOW * 1000)).encode(), b"5", 1) == body.replace(b'"old"', b"5")
    assert status(scheme, sent, key(recipe), settings=LIMIT) is Status.VALID
    assert status(scheme, sent, key(recipe), settings=LIMIT, now=NOW + 301) is Status.EXPIRED


def test_notion_takes_either_case_and_mollie_no_prefix() -> None:
    rows = {row.name: row for row in RECIPES}
    scheme, sent = signed(rows["notion"])
    text = header(sent, b"X-Notion-Signature")
    upper = b"sha256=" + text.removeprefix(b"sha256=").upper()
    assert status(scheme, with_header(sent, b"X-Notion-Signature", upper), secret()) is Status.VALID
    scheme, sent = signed(rows["mollie"])
    bare = header(sent, b"X-Mollie-Signature").removeprefix(b"sha256=")
    assert status(scheme, with_header(sent, b"X-Mollie-Signature", bare), secret()) is Status.VALID


def test_a_message_without_id_gets_one() -> None:
    recipe = next(row for row in RECIPES if row.name == "twitch")
    _, sent = signed(recipe)
    assert header(sent, b"Twitch-Eventsub-Message-Id").startswith(b"msg_")
    kept = with_header(make_request(ECWID), b"Twitch-Eventsub-Message-Id", b"mine")
    assert header(signed(recipe, request=kept)[1], b"Twitch-Eventsub-Message-Id") == b"mine"


def test_ecwid_signs_two_fields() -> None:
    recipe = next(row for row in RECIPES if row.name == "ecwid")
    scheme, sent = signed(recipe)
    assert (
        status(scheme, with_body(sent, b'{"eventCreated": 1, "eventId": "a", "more": []}'), key(recipe)) is Status.VALID
    )
    assert status(scheme, with_body(sent, b'{"eventCreated": 2, "eventId": "a"}'), key(recipe)) is Status.INVALID
    assert "eventId" in fact(verdict(scheme, with_body(sent, b'{"eventCreated": 2}'), key(recipe)), "content").fact


def test_a_header_of_another_layout_is_malformed() -> None:
    recipe = Recipe("x", "X", "X-Sig", "t={timestamp},v1={signature}", content="{timestamp}.{body}", clock=Clock())
    for value in (b"", b"t=1", b"v0=ab"):
        found = read(recipe, make_request(fields=((b"x-sig", value),)), {})
        assert isinstance(found, Stop)
        assert found.steps[-1].name == "format"
    no_time = read(recipe, make_request(fields=((b"x-sig", b"v1=ab"),)), {})
    assert isinstance(no_time, Stop)
    assert "the timestamp is missing" in no_time.steps[-1].fact


def test_pairs_of() -> None:
    assert pairs_of(b"t=1, v1=a=b,\tx", ",") == [(b"t", b"1"), (b"v1", b"a=b"), (b"x", b"")]
