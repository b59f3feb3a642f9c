import pytest
from hypothesis import given

from tests.unit.store.queries import nodes
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import SENTENCES, sentence
from webhook_inspector.search.fields import FIELDS, PLACES
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Query
from webhook_inspector.search.words import in_words, say


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "All captures"),
        ("paid", "Captures with “paid”"),
        ("/a.c/", "Captures that match /a.c/"),
        ("provider:stripe sig:invalid since:1h", "Captures of stripe, with an invalid signature, in the last 1 h"),
        ("sig:invalid,expired", "Captures with an invalid signature or with an expired signature"),
        ("(a OR b) -c", "Captures (with “a” or with “b”), not with “c”"),
        ("a OR b c", "Captures with “a” or (with “b”, with “c”)"),
        ("-(a b)", "Captures not (with “a”, with “b”)"),
        ("status:>=400", "Captures answered with at least 400"),
        ("status:5xx,200", "Captures answered with 500 to 599 or 200"),
        ("size:>1kb", "Captures with a body of more than 1,024 bytes"),
        ("since:90m before:2d", "Captures in the last 90 min, older than 2 d"),
        ("since:14:05", "Captures since 14:05"),
        ("tag:bug colour:red", "Captures with tag bug, with colour red"),
        ('header.x-a:"a b"', "Captures with header x-a containing “a b”"),
        ("body.amount>1,2", "Captures with amount in the body above “1” or “2”"),
        ("{path} body.a={value}", "Captures with “{path}”, with a in the body equal to “{value}”"),
        ('"\u202e\n"', "Captures with “\\u202e\\n”"),
    ],
)
def test_english(text: str, expected: str) -> None:
    query = parse(text).query
    assert query is not None
    assert say(in_words(query), sentence) == expected


def test_every_example_has_words() -> None:
    for row in (*FIELDS.values(), *PLACES.values()):
        for example in row.examples:
            query = parse(example).query
            assert query is not None
            assert not {"{", "filter-"} & set(say(in_words(query), sentence).split())


@given(nodes)
def test_every_sentence_is_there_and_whole(root) -> None:
    asked: list[Problem] = []

    def words(problem: Problem) -> str:
        asked.append(problem)
        return f"<{problem.code}>"

    said = say(in_words(Query(root)), words)
    assert said.startswith("<filter-")
    for problem in asked:
        assert SENTENCES[problem.code].format(**dict(problem.particulars))
