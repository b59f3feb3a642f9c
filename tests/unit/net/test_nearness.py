from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.net.nearness import Nearness, Reach, ascii_host, literal, looks_public, nearness, refusal

ADDRESSES = {
    "127.0.0.1": Nearness.LOCAL,
    "127.9.9.9": Nearness.LOCAL,
    "0.0.0.0": Nearness.LOCAL,
    "::": Nearness.LOCAL,
    "::1": Nearness.LOCAL,
    "::ffff:127.0.0.1": Nearness.LOCAL,
    "::127.0.0.1": Nearness.LOCAL,
    "64:ff9b::7f00:1": Nearness.LOCAL,
    "2002:7f00:1::": Nearness.LOCAL,
    "10.1.2.3": Nearness.PRIVATE,
    "172.16.0.1": Nearness.PRIVATE,
    "172.32.0.1": Nearness.PUBLIC,
    "192.168.1.1": Nearness.PRIVATE,
    "100.64.0.1": Nearness.PRIVATE,
    "224.0.0.1": Nearness.PRIVATE,
    "ff02::1": Nearness.PRIVATE,
    "fd12::1": Nearness.PRIVATE,
    "fd00:ec2::254": Nearness.LINK_LOCAL,
    "169.254.169.254": Nearness.LINK_LOCAL,
    "::ffff:169.254.169.254": Nearness.LINK_LOCAL,
    "fe80::1": Nearness.LINK_LOCAL,
    "fe80::1%eth0": Nearness.LINK_LOCAL,
    "8.8.8.8": Nearness.PUBLIC,
    "2606:4700::1111": Nearness.PUBLIC,
}


@pytest.mark.parametrize(("address", "near"), ADDRESSES.items())
def test_how_near_an_address_is(address: str, near: Nearness) -> None:
    assert nearness("example.com", address) is near
    assert nearness(address) is near


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("localhost", Nearness.LOCAL),
        ("App.LOCALHOST.", Nearness.LOCAL),
        ("printer", Nearness.PRIVATE),
        ("box.local", Nearness.PRIVATE),
        ("api.internal", Nearness.PRIVATE),
        ("router.home.arpa", Nearness.PRIVATE),
        ("example.com", Nearness.PUBLIC),
        ("notlocalhost.com", Nearness.PUBLIC),
        ("2130706433", Nearness.LOCAL),
    ],
)
def test_how_near_a_name_seems(host: str, near: Nearness) -> None:
    assert nearness(host) is near


@given(st.integers(0, 2**32 - 1))
def test_numbers_are_the_addresses_that_they_mean(number: int) -> None:
    a, b, c, d = number.to_bytes(4)
    forms = [str(number), hex(number), f"0{number:o}", f"{a}.{number & 0xFFFFFF}", f"0x{a:x}.{b}.{(c << 8) + d}"]
    assert {literal(form) for form in forms} == {ip_address(number)}


@pytest.mark.parametrize("host", ["1.2.3.4.5", "256.1", "4294967296", "1..2", "09", "0xg", "1.2.3.256", "", ".", "a.b"])
def test_other_texts_are_names(host: str) -> None:
    assert literal(host) is None


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    literal(text)
    nearness(text)
    refusal(Reach.FORWARD, text, "127.0.0.1")
    host = ascii_host(text)
    assert host is None or host.isascii()


@pytest.mark.parametrize("host", ["", "a b", "a/b", "a@b", "a\r\nb", "a:80", "a..b", "x" * 64, "\ud800"])
def test_what_can_be_no_host(host: str) -> None:
    assert ascii_host(host) is None


def test_hosts_as_they_stand_in_a_request() -> None:
    assert [ascii_host(host) for host in ("müller.de", "::1", "my_app.local")] == [
        "xn--mller-kva.de",
        "::1",
        "my_app.local",
    ]


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "0.0.0.0", "224.0.0.1", "::ffff:192.168.0.1"])
def test_a_rule_lets_a_public_name_lead_to_public_addresses_only(address: str) -> None:
    problem = refusal(Reach.FORWARD, "rebind.example.com", address)
    assert problem is not None
    assert dict(problem.particulars) == {"host": "rebind.example.com", "address": address}
    assert refusal(Reach.ANYTHING, "rebind.example.com", address) is None
    assert refusal(Reach.FORWARD, "rebind.example.com", "8.8.8.8") is None


@pytest.mark.parametrize("host", ["localhost", "app.localhost", "nas", "nas.local", "api.test", "x.lan", "127.0.0.1"])
def test_a_rule_lets_near_names_lead_near(host: str) -> None:
    assert not looks_public(host)
    assert refusal(Reach.FORWARD, host, "127.0.0.1") is None


@pytest.mark.parametrize("reach", Reach)
@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "fd00:ec2::254"])
def test_no_name_leads_to_where_clouds_keep_credentials(reach: Reach, address: str) -> None:
    for host in ("example.com", "metadata", "x.internal"):
        problem = refusal(reach, host, address)
        assert problem is not None
        assert problem.code == "sending-address-link-local"
    assert refusal(reach, address, address) is None  # the user wrote it down
