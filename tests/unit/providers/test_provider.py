import pytest

from webhook_inspector.providers.provider import Count, Flag, Provider, is_test
from webhook_inspector.providers.source import Fixed, at
from webhook_inspector.providers.told import Told

TOLD = Told((), b"", "", Provider("x", "X", "x.example"))


@pytest.mark.parametrize(
    ("text", "add", "expected"),
    [
        ("1", 0, 1),
        ("0", 1, 1),
        ("0", 0, 0),
        ("", 1, 0),
        ("-1", 1, 0),
        ("1.0", 0, 0),
        ("²", 0, 0),
        ("٣", 0, 0),
        ("9999999", 1, 1_000_000),
        ("9" * 5_000, 0, 0),
    ],
)
def test_a_count_of_tries(text: str, add: int, expected: int) -> None:
    assert Count(Fixed(text), add).read(TOLD) == expected


@pytest.mark.parametrize(
    ("text", "live"), [("true", True), ("FALSE", False), ("", None), ("maybe", None), ("untrue", None)]
)
def test_a_flag(text: str, live: bool | None) -> None:
    assert Flag(Fixed(text)).read(TOLD) is live


@pytest.mark.parametrize(
    ("text", "live"), [("https://api.x.example/", True), ("https://api.sandbox.x.example", False), ("y", None)]
)
def test_a_flag_within_a_text(text: str, live: bool | None) -> None:
    assert Flag(Fixed(text), live=("api.",), test=("sandbox",), within=True).read(TOLD) is live


@pytest.mark.parametrize(("text", "live"), [("true", False), ("1", False), ("false", True), ("0", True), ("", None)])
def test_a_mark_of_tests(text: str, live: bool | None) -> None:
    assert is_test(Fixed(""), Fixed(text)).read(TOLD) is live


def test_a_row_names_all_json_that_it_looks_at() -> None:
    row = Provider("x", "X", "x.example", at("a"), at("b"), Count(at("c")), Flag(at("d")), at("e"))
    assert row.paths == (("a",), ("b",), ("c",), ("d",), ("e",))
    assert Provider("x", "X", "x.example").paths == ()
