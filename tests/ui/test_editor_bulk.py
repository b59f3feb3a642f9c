from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.draft import DraftField
from webhook_inspector.ui.editor_bulk import bulk_fields, bulk_text, bytes_of, text_of

FIELDS = (DraftField(b"Host", b"a"), DraftField(b"X-A", b"1", sent=False), DraftField(b"x-a", b"caf\xe9"))
fields = st.builds(DraftField, st.binary(max_size=8), st.binary(max_size=12), st.booleans())


def test_each_line_is_a_header_and_those_not_ticked_stand_behind_slashes():
    assert bulk_text(FIELDS) == "Host: a\n// X-A: 1\nx-a: café"


def test_lines_that_were_not_touched_keep_their_bytes():
    changed = bulk_text(FIELDS).replace("Host: a", "Host: b") + "\n\nNew:  2 "
    assert bulk_fields(changed, FIELDS) == (
        DraftField(b"Host", b"b"),
        FIELDS[1],
        FIELDS[2],
        DraftField(b"New", b"2"),
    )


def test_a_line_becomes_ticked_without_its_slashes():
    assert bulk_fields("X-A: 1\n//Y: 2", FIELDS) == (DraftField(b"X-A", b"1"), DraftField(b"Y", b"2", sent=False))


@given(st.lists(fields, max_size=5))
def test_an_untouched_text_changes_nothing_but_what_reads_the_same(before):
    after = bulk_fields(bulk_text(before), before)
    assert bulk_text(after) == bulk_text(before)
    assert len(after) == len(before)


@given(st.text(max_size=60))
def test_any_text_gives_headers(text):
    assert all(isinstance(one.name, bytes) for one in bulk_fields(text))


@given(st.binary(max_size=20))
def test_bytes_come_back_from_their_text(raw):
    assert bytes_of(text_of(raw), raw) == raw


def test_what_was_no_utf8_stays_so_as_far_as_it_can():
    assert bytes_of("é!", b"\xe9") == b"\xe9!"
    assert bytes_of("é!", b"e") == "é!".encode()
    assert bytes_of("€", b"\xe9") == "€".encode()
