import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authority import Issued, root
from tests.key_pairs import NOW
from webhook_inspector.signatures.publickeys import UnusableKeyError
from webhook_inspector.signatures.trust import CHAIN, Owner, check_certificate, trusted_leaf

OWNER = Owner("example.com", re.compile(r"[a-z]+\.example\.com"))
ROOT = root(NOW)
BETWEEN = ROOT.issue("Between", NOW, authority=True)
LEAF = BETWEEN.issue("certs.example.com", NOW)
OTHER = root(NOW, "Other Root")
DAY = 86_400


def leaf_in(*certificates: Issued, at: float | None = NOW, roots: tuple[Issued, ...] = (ROOT, OTHER)) -> str:
    return trusted_leaf(b"".join(one.pem for one in certificates), OWNER, at, [one.der for one in roots])


def fault_in(*certificates: Issued, at: float | None = NOW, roots: tuple[Issued, ...] = (ROOT, OTHER)) -> str:
    with pytest.raises(UnusableKeyError) as caught:
        leaf_in(*certificates, at=at, roots=roots)
    return str(caught.value)


def test_the_leaf_of_a_chain_that_leads_to_a_root() -> None:
    expected = LEAF.pem.decode()
    assert leaf_in(LEAF, BETWEEN) == expected
    assert leaf_in(LEAF, BETWEEN, ROOT) == expected
    assert leaf_in(BETWEEN, LEAF) == expected, "in any order"


def test_a_certificate_that_comes_alone_has_no_chain() -> None:
    assert leaf_in(LEAF) == LEAF.pem.decode()
    assert leaf_in(LEAF, BETWEEN, roots=()) == LEAF.pem.decode(), "nor is there one where no root is known"


@pytest.mark.parametrize(
    "certificates",
    [
        (LEAF, OTHER),
        (LEAF, root(NOW, "Between")),
        (root(NOW, "Test Root").issue("certs.example.com", NOW), ROOT),
        (LEAF.issue("certs.example.com", NOW), LEAF, BETWEEN),
    ],
    ids=["another root", "the right name and another key", "a root of the same name", "issued by who may not"],
)
def test_chains_that_lead_to_no_root(certificates) -> None:
    assert "chain does not lead" in fault_in(*certificates)


def test_a_chain_to_a_root_that_this_system_does_not_trust() -> None:
    assert "chain does not lead" in fault_in(LEAF, BETWEEN, ROOT, roots=(OTHER,))


def test_it_must_have_been_in_force_when_the_request_was_signed() -> None:
    assert leaf_in(LEAF, BETWEEN, at=NOW + DAY - 1)
    assert "not in force" in fault_in(LEAF, BETWEEN, at=NOW + DAY + 1)
    assert "not in force" in fault_in(LEAF, at=NOW - DAY - 1)
    assert "does not say when" in fault_in(LEAF, at=None)


def test_a_certificate_above_must_have_been_in_force_too() -> None:
    early = root(NOW - DAY)
    assert "chain does not lead" in fault_in(early.issue("a.example.com", NOW), early, at=NOW + 1, roots=(early,))
    assert leaf_in(early.issue("a.example.com", NOW), early, at=NOW - 1, roots=(early,))


@pytest.mark.parametrize("name", ["example.com", "a.example.com.evil.org", "evil.org", "aexample.com"])
def test_whose_it_is(name) -> None:
    assert fault_in(ROOT.issue(name, NOW)) == f"the certificate is of {name}, not of example.com"


def test_only_the_first_few_certificates_of_an_answer_are_looked_at() -> None:
    assert leaf_in(*[OTHER] * (CHAIN - 1), LEAF, roots=())
    assert "not of example.com" in fault_in(*[OTHER] * CHAIN, LEAF, roots=())


def test_a_certificate_from_the_user_needs_no_chain() -> None:
    check_certificate(LEAF.pem.decode(), OWNER, NOW)
    for text, at, words in (
        (LEAF.pem.decode(), NOW + DAY + 1, "not in force"),
        (OTHER.pem.decode(), NOW, "not of example.com"),
        ("no certificate \udc80", NOW, "not a certificate"),
    ):
        with pytest.raises(UnusableKeyError, match=words):
            check_certificate(text, OWNER, at)


@given(st.binary(max_size=200), st.integers(0, 10_000), st.booleans())
def test_junk_is_a_fault_and_nothing_else(junk, place, whole) -> None:
    chain = LEAF.pem + BETWEEN.pem
    place %= len(chain)
    answer = junk if whole else chain[:place] + junk + chain[place + len(junk) :]
    try:
        found = trusted_leaf(answer, OWNER, NOW, [ROOT.der, junk])
    except UnusableKeyError:
        return
    assert found == LEAF.pem.decode()
