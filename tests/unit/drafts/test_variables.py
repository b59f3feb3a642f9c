from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.fault import Where
from webhook_inspector.drafts.variables import built_in, fill, names

DRAFT = Draft(
    "POST",
    "http://{{host}}/{{ path }}?x={{host}}",
    (DraftField(b"X-{{host}}", b"a {{token}} b"), DraftField(b"Off", b"{{off}}", sent=False)),
    b'{"id":"{{$uuid}}","at":{{ $timestamp }},"t":"{{token}}"}',
    b"/{{host}}",
)


def test_every_place_is_filled_in() -> None:
    found = fill(DRAFT, {"host": "localhost:3000", "path": "a/b", "token": "é", **built_in(1_764_000_000.9, "u-1")})
    assert found.faults == ()
    assert found.draft.url == "http://localhost:3000/a/b?x=localhost:3000"
    assert found.draft.fields[0] == DraftField(b"X-{{host}}", "a é b".encode())
    assert found.draft.body == '{"id":"u-1","at":1764000000,"t":"é"}'.encode()
    assert found.draft.target == DRAFT.target


def test_unknown_names_are_told_at_their_places() -> None:
    found = fill(DRAFT, {"path": "a", "$uuid": "u"})
    assert [(one.where, one.row, dict(one.problem.particulars)["name"]) for one in found.faults] == [
        (Where.URL, -1, "host"),
        (Where.HEADER_VALUE, 0, "token"),
        (Where.BODY, -1, "$timestamp"),
        (Where.BODY, -1, "token"),
    ]
    assert "no variable host" in sentence(found.faults[0].problem)
    assert found.draft.url == "http://{{host}}/a?x={{host}}"
    assert b"{{ $timestamp }}" in found.draft.body


def test_the_names_that_are_used() -> None:
    assert names(DRAFT) == ("host", "path", "token", "$uuid", "$timestamp")


def test_the_built_in_names() -> None:
    assert built_in(1_764_000_000.1234, "u") == {
        "$timestamp": "1764000000",
        "$isoTimestamp": "2025-11-24T16:00:00.123Z",
        "$uuid": "u",
    }


def test_nothing_is_evaluated_or_filled_in_twice() -> None:
    draft = Draft("POST", "http://a/", body=b"{{a}} {{1+1}} {{a b}} {{}} {{a.b-c}} { {a} }")
    found = fill(draft, {"a": "{{b}}", "b": "no", "a.b-c": "yes"})
    assert found.draft.body == b"{{b}} {{1+1}} {{a b}} {{}} yes { {a} }"
    assert found.faults == ()


@given(st.binary(max_size=60) | st.text("{}$ab ", max_size=40).map(str.encode), st.text(max_size=20))
def test_any_bytes_without_known_names_stay(body, url) -> None:
    draft = Draft("POST", url, (DraftField(b"X", body),), body)
    assert fill(draft, {}).draft == draft
    assert bool(fill(draft, {}).faults) == bool(names(draft))
    assert not fill(draft, dict.fromkeys(names(draft), "x")).faults
