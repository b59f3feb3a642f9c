import pytest

from webhook_inspector.search.fields import FIELDS, OPERATORS, PLACES, Kind, help_lines
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Compare, Field


@pytest.mark.parametrize("example", [one for row in FIELDS.values() for one in row.examples])
def test_examples_of_fields_are_right(example: str) -> None:
    query = parse(example).query
    assert query is not None
    assert isinstance(query.root, Field)
    assert query.root.name == example.partition(":")[0]


@pytest.mark.parametrize("example", [one for row in PLACES.values() for one in row.examples])
def test_examples_of_places_are_right(example: str) -> None:
    query = parse(example).query
    assert query is not None
    assert isinstance(query.root, Compare)


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_compares(operator: str) -> None:
    query = parse(f"body.a{operator}1").query
    assert query is not None
    assert query.root == Compare("body", ("a",), operator, ("1",))


def test_every_word_is_known() -> None:
    for row in FIELDS.values():
        assert (row.kind is Kind.WORD) is bool(row.values)
        assert bool(row.separator) is (row.kind is Kind.UNDER)
        for value in row.values:
            query = parse(f"{row.name}:{value.upper()}").query
            assert query is not None
            assert query.root == Field(row.name, (row.meant(value),))


def test_a_word_of_one_field_is_no_other_word_in_the_next() -> None:
    assert (FIELDS["sig"].meant("failed"), FIELDS["forward"].meant("failed")) == ("invalid", "failed")
    assert ("failed" in FIELDS["sig"].own_values, "failed" in FIELDS["forward"].own_values) == (False, True)


def test_help_names_every_field_and_place() -> None:
    written = " ".join(text for text, _ in help_lines())
    assert all(f"{name}:" in written for name in FIELDS)
    assert all(f"{name}." in written for name in PLACES)
