from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli.differences import as_object, lines_of, summary
from webhook_inspector.compare.comparison import PLAINLY, Comparison, Wanted, compare
from webhook_inspector.compare.ignoring import Ignoring


def compared(before: bytes, after: bytes, target: str = "/a", wanted: Wanted = PLAINLY) -> Comparison:
    heads = make_head(target="/a", headers=()), make_head(target=target, headers=())
    records = make_record(make_capture(heads[0], before), 1), make_record(make_capture(heads[1], after), 2)
    return compare(*records, wanted)


def test_lines_with_some_around():
    text = [f"line {number}" for number in range(20)]
    other = [*text[:10], "new", *text[11:]]
    found = list(lines_of((1, 2), compared("\n".join(text).encode(), "\n".join(other).encode())))
    assert found[2:] == [
        "Body",
        "  …",
        "    line 7",
        "    line 8",
        "    line 9",
        "  − line 10",
        "  + new",
        "    line 11",
        "    line 12",
        "    line 13",
        "",
        "They differ in 1 line of the body.",
    ]


def test_a_note_and_a_value_at_the_root():
    found = list(lines_of((1, 2), compared(b"[1]", b"{}", "/b")))
    assert found[3:5] == ["  ≠ target: /a → /b", ""]
    assert "  ≠ (all): [1] → {}" in found
    blanks = list(lines_of((1, 2), compared(b"x\r\ny", b"x\ny")))
    assert blanks[1].startswith("(The lines are the same")


def test_nothing_acts_on_a_terminal():
    found = "".join(lines_of((1, 2), compared(b'{"a":"\\u001b[31m"}', '{"a":"\u202e\x9b"}'.encode())))
    assert not {"\x1b", "\u202e", "\x9b"} & set(found)


def test_summaries():
    assert summary(compared(b"{}", b"{}")) == "Nothing differs."
    both = compared(b'{"created_at":"2026-11-24T12:00:00Z","b":1}', b'{"created_at":"2026-11-25T12:00:00Z","b":2}')
    assert summary(both).endswith("1 of them looks like an id or a time: leave it out with --ignore-ids.")
    two = compared(b'[1764000000, "evt_1Nx3fgh2", "evt_2Nx3fgh2"]', b'[1764000000, "evt_1Nx3fgh3", "evt_2Nx3fgh3"]')
    assert summary(two).endswith("2 of them look like ids or times: leave them out with --ignore-ids.")


def test_the_object_says_what_was_ignored():
    found = as_object((1, 2), compared(b'{"a":1}', b'{"a":2}', wanted=Wanted(Ignoring.of(["a"]))))
    assert (found["same"], found["ignored"], found["changes"][0]["ignored"]) == (True, 1, True)
