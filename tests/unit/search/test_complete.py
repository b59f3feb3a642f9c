import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.complete import MOST, completions
from webhook_inspector.search.fields import FIELDS, PLACES
from webhook_inspector.search.parse import parse


def seen(field: str) -> list[str]:
    return {"provider": ["stripe", "slack", "github"], "event": ["invoice.paid", "a b"], "status": ["200", "404"]}.get(
        field, []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p", ["path:", "provider:"]),
        ("x PRO", ["provider:"]),
        ("-(st", ["status:"]),
        ("head", ["header."]),
        ("zz", []),
        ("zz:", []),
        ("provider:", ["stripe", "slack", "github"]),
        ("provider:s", ["stripe", "slack"]),
        ("provider:hub", ["github"]),
        ("provider:stripe", []),
        ("provider:github,st", ["stripe"]),
        ('event:"a', ['"a b"', "invoice.paid"]),
        ('event:"a b",in', ["invoice.paid"]),
        ("sig:ex", ["expired"]),
        ("is:c", ["complete", "cut", "incomplete"]),
        ('"a b" meth', ["method:"]),
        ("size:>", [">1mb"]),
        ("body.x=", []),
    ],
)
def test_completions(text: str, expected: list[str]) -> None:
    assert [one.text for one in completions(text, len(text), seen)] == expected


def test_it_replaces_the_part_that_is_being_written() -> None:
    text = "path:/a -provider:github,st after"
    (found,) = completions(text, text.index(" after"), seen)
    assert text[: found.start] + found.text + text[found.end :] == "path:/a -provider:github,stripe after"
    assert found.help == FIELDS["provider"].help


def test_nothing_written_offers_everything() -> None:
    assert len(completions("", 0, seen)) == min(MOST, len(FIELDS) + len(PLACES))


@given(st.text(st.sampled_from('ap:,"\\ -()provider.x'), max_size=20), st.integers(0, 20))
def test_places_are_in_the_text_and_values_can_be_read(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    for one in completions(text, cursor, lambda _: ['odd "value", \\', "stripe"]):
        assert 0 <= one.start <= one.end == cursor
        assert one.text.endswith((":", ".")) or parse(f"path:{one.text}").query is not None
