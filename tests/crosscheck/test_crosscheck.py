"""Each library of a provider and our own scheme, asked about the same requests in both directions."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck import bound, http_signatures, in_header, keyed, mail, timestamped
from tests.crosscheck.library import Library, signed, status
from tests.key_pairs import NOW, header, with_header
from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.signatures import header_hmac, url_bound
from webhook_inspector.signatures import timestamped as stamped
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.tolerances import TOLERANCES

LIBRARIES = tuple(
    row for kind in (in_header, timestamped, bound, keyed, http_signatures, mail) for row in kind.LIBRARIES
)

RECIPES = {row.name: row for rows in (header_hmac.RECIPES, stamped.RECIPES, url_bound.RECIPES) for row in rows}

_ADYEN = (
    "Adyen sends text and leaves out what is not there. The library writes other values as Python does: True, None."
)
DISPUTED = {
    "elevenlabs another before": "The documentation knows one signature. The SDK takes the last of several, we none.",
    "boxsdk future": "The documentation asks only for not too old. The SDK accepts no time ahead of its clock, we some.",
    "adyen not text: they accept": _ADYEN,
    "adyen not text: we accept": _ADYEN,
}
"""Where a library and we differ, by what the documents say. Such a test must go on failing (`xfail_strict`)."""

WHOLE = {"braintree", "dropbox-sign"}
"""Their bodies are built in layers: with one byte changed they are none any more."""

INSTALLED = Path(__file__).parents[2] / "packaging" / "crosscheck.in"
OTHERS = {"setuptools", "time-machine"}
"""What is installed and verifies nothing."""


def marks(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=DISPUTED[name])] if name in DISPUTED else []


def each(question: str, *, signing: bool = False) -> Iterator[object]:
    """Every sample of every library, or of those that sign."""
    for library in LIBRARIES:
        for place, sample in enumerate(library.samples, 1):
            if library.signs or not signing:
                name = f"{library.name}-{place}"
                yield pytest.param(library, sample, id=name, marks=marks(f"{library.name}: {question}"))


def each_side() -> Iterator[object]:
    """Both ends of the time that a signature is good for, by every library that looks at it."""
    for library in LIBRARIES:
        for side, word in ((-1, "past"), (1, "future")):
            if library.dated:
                name = f"{library.name} {word}"
                yield pytest.param(library, side, id=name, marks=marks(name))


def theirs(library: Library, sample: Request, pair: int = 0) -> Request:
    """Signed by the library."""
    assert library.signs is not None
    return library.signs(sample, library.pairs[pair])


@pytest.mark.parametrize(("library", "sample"), each("they accept"))
def test_they_accept_ours(library: Library, sample: Request) -> None:
    assert library.accepts(signed(library, sample), library.pairs[0].theirs)


def each_edited() -> Iterator[object]:
    """Those whose first sample can come over the wire: it has a path."""
    for library in LIBRARIES:
        url = library.samples[0].url
        if url.removeprefix(origin(url)).startswith("/"):
            yield pytest.param(library, id=library.name, marks=marks(f"{library.name}: they accept"))


@pytest.mark.parametrize("library", each_edited())
def test_they_accept_a_capture_that_was_edited_and_signed_again(library: Library) -> None:
    """As the editor and `resend --sign` make it."""
    sample = signed(library, library.samples[0], NOW - 999)
    sample = sample if library.name in WHOLE else library.change(sample)
    draft = draft_of(captured(sample), origin(sample.url))
    again = Signing(How.NEW, library.scheme, (library.pairs[0].signing,), library.settings)
    sent = prepare(draft, again, NOW, keep_host=True).request
    assert sent is not None
    assert library.accepts(sent, library.pairs[0].theirs)


def origin(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?]', rest, maxsplit=1)[0]}"


def captured(request: Request) -> Record:
    target = request.url.removeprefix(origin(request.url))
    lines = [f"{request.method} {target} HTTP/1.1".encode()]
    lines += [name + b": " + value for name, value in request.fields]
    head = b"\r\n".join([*lines, b"", b""])
    return Record(Capture(0, "", "https", head, request.body, body_size=len(request.body)), 200)


@pytest.mark.parametrize(("library", "sample"), each("they refuse"))
def test_they_refuse_ours_changed(library: Library, sample: Request) -> None:
    ours = signed(library, sample)
    changed = library.change(ours)
    assert changed != ours
    assert not library.accepts(changed, library.pairs[0].theirs)
    assert not library.accepts(ours, library.pairs[1].theirs)


@pytest.mark.parametrize(("library", "sample"), each("we accept", signing=True))
def test_we_accept_theirs(library: Library, sample: Request) -> None:
    assert status(library, theirs(library, sample)) is Status.VALID


@pytest.mark.parametrize(("library", "sample"), each("we refuse", signing=True))
def test_we_refuse_theirs_changed(library: Library, sample: Request) -> None:
    made = theirs(library, sample)
    assert status(library, library.change(made)) is Status.INVALID
    assert status(library, made, pair=1) is Status.INVALID


def with_another(library: Library, *, before: bool) -> Request:
    """Signed by us, with a second signature of the same form, that fits nothing, in the same header."""
    recipe = RECIPES[library.scheme]
    sent = signed(library, library.samples[0])
    name, separator = recipe.header.encode(), recipe.separator.encode()
    stamp, comma, one = header(sent, name).rpartition(separator if "{timestamp}" in recipe.layout else b"\n")
    prefix = recipe.layout.partition("{signature}")[0].rpartition(recipe.separator)[2].strip().encode()
    other = prefix + one.strip().removeprefix(prefix)[::-1]
    return with_header(sent, name, stamp + comma + separator.join((other, one) if before else (one, other)))


def each_list() -> Iterator[object]:
    """A second signature before ours and behind it, by every library whose scheme is a row."""
    for library in LIBRARIES:
        for before, word in ((True, "before"), (False, "behind")):
            if library.scheme in RECIPES:
                name = f"{library.name} another {word}"
                yield pytest.param(library, before, id=name, marks=marks(name))


@pytest.mark.parametrize(("library", "before"), each_list())
def test_a_second_signature_counts_for_both_or_for_none(library: Library, *, before: bool) -> None:
    sent = with_another(library, before=before)
    assert library.accepts(sent, library.pairs[0].theirs) == (status(library, sent) is Status.VALID)


@pytest.mark.parametrize(("library", "side"), each_side())
def test_the_clocks_agree(library: Library, side: int) -> None:
    """Within our tolerance both accept; beyond it they say what we say, and of an old one both that it is too old."""
    tolerance = TOLERANCES[library.scheme]
    for beyond in (-1, 1):
        sent = signed(library, library.samples[0], NOW + side * (tolerance + beyond))
        ours = status(library, sent, tolerance=tolerance)
        assert library.accepts(sent, library.pairs[0].theirs) == (ours is Status.VALID)
        assert ours is Status.VALID or beyond > 0
        assert ours is Status.EXPIRED or beyond < 0 or side > 0


def test_every_library_that_is_installed_is_asked() -> None:
    installed = set(re.findall(r"^[a-z][a-z0-9-]*", INSTALLED.read_text("utf-8"), re.MULTILINE))
    assert installed - OTHERS == {library.name.split()[0] for library in LIBRARIES}


def test_the_network_is_shut() -> None:
    with pytest.raises(BaseException, match=r"socket\.getaddrinfo") as refused:
        socket.getaddrinfo("hooks.example.com", 443)
    assert type(refused.value).__name__ == "NetworkUsedError"
