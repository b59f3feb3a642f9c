import json

import pytest

from tests.unit.drafts.attempts import attempt
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.check_report import WRITERS, as_json, as_markdown, as_text
from webhook_inspector.drafts.checking import Variant, report

ANSWERS = [
    (Variant.VALID, attempt(204)),
    (Variant.TAMPERED, attempt(200)),
    (Variant.NO_SIGNATURE, attempt(problem=Problem.of("unreadable", text="a|b\n\x1b[31m<b>"))),
]
FOUND = report("http://localhost:3000/a_b", "stripe", ANSWERS)


def test_as_text() -> None:
    assert as_text(FOUND).splitlines() == [
        "Handler check of http://localhost:3000/a_b (stripe)",
        "  ✓ fine   valid         It accepted a valid request.",
        "  ✗ wrong  tampered      It accepted a tampered body: your handler does not verify the signature.",
        "  ✗ wrong  no signature  There was no answer. a|b\\n\\x1b[31m<b>",
        "The handler is open to forged requests: it accepted 1 of 2 that it must refuse.",
    ]


def test_as_markdown() -> None:
    lines = as_markdown(FOUND).splitlines()
    assert lines[0] == "## Handler check of http://localhost:3000/a\\_b (stripe)"
    assert lines[4] == "| valid | ✓ fine | 204 | It accepted a valid request. |"
    assert lines[6].startswith("| no signature | ✗ wrong | – | There was no answer. a\\|b")
    assert "\\<b\\>" in lines[6]


def test_as_json() -> None:
    found = json.loads(as_json(FOUND))
    assert (found["url"], found["scheme"], found["fine"]) == ("http://localhost:3000/a_b", "stripe", False)
    assert [(one["variant"], one["outcome"], one["status"], one["code"]) for one in found["findings"]] == [
        ("valid", "fine", 204, "check-valid-accepted"),
        ("tampered", "wrong", 200, "check-tampered-accepted"),
        ("no signature", "wrong", 0, "check-no-answer"),
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_each_ends_with_one_line_end_and_lets_nothing_act(name) -> None:
    text = WRITERS[name](FOUND)
    assert text.endswith("\n")
    assert "\x1b" not in text
    assert WRITERS[name](report("http://a", "stripe", [])).endswith("\n")
