from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.headers import values
from webhook_inspector.drafts.fates import Fate, after, as_they_stand, cleaned, fields_of, with_length

NAMES = st.sampled_from(
    [b"Host", b"host", b"Content-Length", b"Transfer-Encoding", b"Connection", b"X-A", b"x-a", b"X-B", b"Upgrade"]
)
VALUES = st.sampled_from([b"", b"1", b"chunked", b"close, X-B", b"host"])
DRAFTS = st.builds(
    Draft,
    st.sampled_from(["GET", "POST"]),
    st.just("http://localhost/"),
    st.lists(st.builds(DraftField, NAMES, VALUES, st.booleans()), max_size=8).map(tuple),
    st.sampled_from([b"", b"body"]),
)


def draft_of(*fields: tuple[bytes, bytes], body: bytes = b"", method: str = "GET") -> Draft:
    return Draft(method, "http://localhost/", tuple(DraftField(*field) for field in fields), body)


@given(DRAFTS, st.booleans())
def test_framing_is_never_in_doubt(draft, keep_host) -> None:
    fields = fields_of(cleaned(draft, b"new.example", keep_host=keep_host))
    lengths = values(fields, b"content-length")
    assert len(values(fields, b"host")) == 1
    assert lengths in ([str(len(draft.body)).encode()], [])
    assert lengths or not draft.body
    assert not values(fields, b"transfer-encoding")
    assert not values(fields, b"connection")
    assert not values(fields, b"upgrade")


@given(DRAFTS)
def test_every_row_has_its_line_in_order(draft) -> None:
    for lines in (cleaned(draft, b"h", keep_host=False), as_they_stand(draft)):
        assert [line.row for line in lines if line.row >= 0] == list(range(len(draft.fields)))
        assert all(line.why is not None or line.fate is Fate.KEPT for line in lines)
        assert all(line.sent or line.fate in {Fate.UNTICKED, Fate.REMOVED} for line in lines)


def test_as_they_stand_nothing_is_added_or_lost() -> None:
    draft = draft_of((b"Content-Length", b"5"), (b"Transfer-Encoding", b"chunked"), (b"X", b"1"))
    assert fields_of(as_they_stand(draft)) == draft.ticked()
    assert [line.why is not None for line in as_they_stand(draft)] == [True, True, False]


def test_host_and_length_stay_in_their_places() -> None:
    draft = draft_of((b"X", b"1"), (b"HOST", b"old"), (b"content-length", b"9"), (b"Y", b"2"), body=b"abc")
    lines = cleaned(draft, b"new", keep_host=False)
    assert fields_of(lines) == ((b"X", b"1"), (b"HOST", b"new"), (b"content-length", b"3"), (b"Y", b"2"))
    assert [line.fate for line in lines] == [Fate.KEPT, Fate.RECOMPUTED, Fate.RECOMPUTED, Fate.KEPT]


def test_a_kept_host_is_the_first_of_the_draft() -> None:
    lines = cleaned(draft_of((b"Host", b"old"), (b"Host", b"older")), b"new", keep_host=True)
    assert fields_of(lines) == ((b"Host", b"old"),)
    assert fields_of(cleaned(draft_of(), b"new", keep_host=True)) == ((b"Host", b"new"),)


def test_a_hostile_connection_header_cannot_take_framing_away() -> None:
    draft = draft_of((b"Connection", b"host, content-length, x-a"), (b"X-A", b"1"), body=b"abc")
    assert fields_of(cleaned(draft, b"h", keep_host=False)) == ((b"Host", b"h"), (b"Content-Length", b"3"))


def test_what_signing_does_is_told_line_by_line() -> None:
    draft = Draft(
        "GET",
        "http://localhost/",
        (
            DraftField(b"Sig", b"old"),
            DraftField(b"Off", b"1", sent=False),
            DraftField(b"Sig", b"two"),
            DraftField(b"Z", b"3"),
        ),
    )
    lines = after(as_they_stand(draft), ((b"Sig", b"new"), (b"Z", b"3"), (b"Id", b"msg_1")), broken=False)
    assert [(line.name, line.fate, line.sent) for line in lines] == [
        (b"Sig", Fate.SIGNED, True),
        (b"Off", Fate.UNTICKED, False),
        (b"Sig", Fate.REMOVED, False),
        (b"Z", Fate.KEPT, True),
        (b"Id", Fate.ADDED, True),
    ]
    lines = after(lines, ((b"Z", b"3"), (b"Id", b"msg_2")), broken=True)
    assert [(line.name, line.fate, line.sent) for line in lines if line.fate is Fate.BROKEN] == [
        (b"Sig", Fate.BROKEN, False),
        (b"Id", Fate.BROKEN, True),
    ]


@given(DRAFTS, st.lists(st.tuples(NAMES, VALUES), max_size=8).map(tuple))
def test_what_is_sent_is_what_signing_made(draft, fields) -> None:
    lines = after(as_they_stand(draft), fields, broken=False)
    assert fields_of(lines) == fields
    assert [line.row for line in lines if line.row >= 0] == list(range(len(draft.fields)))


def test_the_length_follows_the_body() -> None:
    lines = with_length(cleaned(draft_of(body=b"abc"), b"h", keep_host=False), 12)
    assert fields_of(lines) == ((b"Host", b"h"), (b"Content-Length", b"12"))
