import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.multipart import MOST_PARTS, split
from webhook_inspector.drafts import multipart
from webhook_inspector.drafts.multipart import Multipart, multipart_of

TYPE = "multipart/form-data; boundary=x"
FIELD = b'Content-Disposition: form-data; name="a"'
FILE = b'Content-Disposition: form-data; name="f"; filename="photo.png"\r\nContent-Type: image/png\r\nX-Odd :  kept'
BODY = (
    b"preamble\r\n--x\r\n" + FIELD + b"\r\n\r\none\r\n--x \r\n" + FILE + b"\r\n\r\n\x89PNG\x00\r\n--x--\r\nepilogue\r\n"
)
PIECES = st.lists(
    st.sampled_from(
        [b"--x", b"--x--", b"--", b"x", b"\r\n", b"\n", b"\r", b" ", b"\t", b"A: b", FIELD, b"\x00\xff", b"text"]
    ),
    max_size=30,
).map(b"".join)


def of(body: bytes) -> Multipart:
    found = multipart_of(body, TYPE)
    assert found is not None
    return found


def values(body: bytes) -> list[bytes]:
    return [part.body for part in split(body, "x")]


def test_what_a_part_tells_of_itself() -> None:
    first, second = of(BODY).parts
    assert (first.name, first.file_name, first.content_type, first.body) == ("a", "", "", b"one")
    assert (second.name, second.file_name, second.content_type) == ("f", "photo.png", "image/png")
    assert of(BODY).body == BODY


@given(PIECES | st.binary())
def test_taken_apart_and_put_together_it_is_the_same(body: bytes) -> None:
    found = of(body)
    assert found.body == body
    assert [part.body for part in found.parts] == values(body)


@given(PIECES, st.data())
def test_a_changed_part_changes_no_other(body: bytes, data: st.DataObject) -> None:
    found = of(body)
    if not found.parts:
        return
    place = data.draw(st.integers(0, len(found.parts) - 1))
    content = data.draw(PIECES.filter(lambda one: not found.clashes(one)))
    after = found.with_part(place, found.parts[place].with_body(content))
    expected = values(body)
    expected[place] = content
    assert values(after.body) == expected
    assert [one.mark for one in after.parts] == [one.mark for one in found.parts]
    assert of(after.body) == after


@given(PIECES, st.data())
def test_parts_go_and_come(body: bytes, data: st.DataObject) -> None:
    found = of(body)
    if found.parts:
        place = data.draw(st.integers(0, len(found.parts) - 1))
        expected = values(body)
        del expected[place]
        assert values(found.without(place).body) == expected
    more = found.with_field("new")
    assert values(more.body) == [*values(body), b""]
    assert of(more.body).parts[-1].name == "new"


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"]) | st.just("\\")), st.text("a\\b.c"))
def test_names_are_read_back(name: str, file_name: str) -> None:
    found = of(BODY).parts[1].with_names(name, file_name)
    assert (found.name, found.file_name) == (name.replace('"', "%22").strip(), file_name)
    assert found.body == b"\x89PNG\x00"
    assert b"Content-Type: image/png\r\nX-Odd :  kept\r\n" in found.head


def test_untouched_lines_of_a_head_stay() -> None:
    part = of(BODY).parts[1]
    assert part.with_names("f", "photo.png") is part
    assert part.with_type("image/png") is part
    assert part.with_body(part.body) is part
    named = part.with_names("g", "")
    assert named.head == (
        b'\r\nContent-Disposition: form-data; name="g"\r\nContent-Type: image/png\r\nX-Odd :  kept\r\n\r\n'
    )
    assert part.with_type("").content_type == ""
    assert b"photo.png" in part.with_type("").head
    assert part.with_type("a/b\r\nEvil: 1").content_type == "a/b  Evil: 1"


def test_a_folded_line_and_another_kind_of_part() -> None:
    body = b'--x\nContent-Disposition: attachment;\n filename="a"\nX: 1\n\nhi\n--x--\n'
    found = of(body)
    after = found.with_part(0, found.parts[0].with_names("n", "b"))
    assert after.body == b'--x\nContent-Disposition: attachment; name="n"; filename="b"\nX: 1\n\nhi\n--x--\n'
    typed = found.with_part(0, found.parts[0].with_type("text/plain"))
    assert typed.body.endswith(b"X: 1\nContent-Type: text/plain\n\nhi\n--x--\n")


def test_a_body_with_nothing_in_it_gets_its_first_part() -> None:
    expected = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n--x--'
    assert of(b"").with_field("a").body == expected + b"\r\n"
    assert of(b"--x--\r\n").with_field("a").body == expected + b"\r\n"
    assert of(b"--x--").with_field("a").body == expected


def test_the_last_part_of_a_body_without_an_end() -> None:
    found = of(b"--x\r\n\r\none\r\n--x\r\n\r\ntwo")
    assert values(found.without(1).body) == [b"one"]
    assert of(b"--x\r\n\r\none").without(0).body == b""


@pytest.mark.parametrize("content", [b"--x", b"a\r\n--x\r\nb", b"a\n--x-- ", b"--x \n"])
def test_the_boundary_in_a_part_is_noticed(content: bytes) -> None:
    assert of(BODY).clashes(content)


@pytest.mark.parametrize("content", [b"", b"--xy", b"a--x", b"a\r\n--xy\r\n", b"--x-"])
def test_what_only_looks_like_the_boundary_is_none(content: bytes) -> None:
    assert not of(BODY).clashes(content)


def test_what_is_no_multipart_body(monkeypatch: pytest.MonkeyPatch) -> None:
    for content_type in ("text/plain; boundary=x", "multipart/form-data", 'multipart/form-data; boundary=" "', ""):
        assert multipart_of(BODY, content_type) is None
    assert multipart_of(b"--x\r\n\r\n\r\n" * (MOST_PARTS + 1), TYPE) is None
    monkeypatch.setattr(multipart, "MOST", len(BODY) - 1)
    assert multipart_of(BODY, TYPE) is None
