from datetime import date

from webhook_inspector.cli.endpoint_lines import Table, endpoint_line
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.vault.keyring import Place, PlaceKind

TODAY = date(2026, 11, 24)
VALUE = "whsec_0123456789"
RULES = Rules(
    (
        Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 600, "secret_is_raw": True}),
        Endpoint("/\x1b", provider="github"),
    ),
    (
        Secret("/stripe", "new", VALUE),
        Secret("/stripe", "old", VALUE, TODAY, "k1"),
        Secret("/alone", "gone", VALUE, date(2026, 11, 23)),
    ),
)
FILE = Place(PlaceKind.FILE, "/x/secrets.toml")


def test_lines_align_and_show_labels_only() -> None:
    shown = list(Table(RULES, FILE, TODAY).lines())
    settings = "tolerance_seconds=600, secret_is_raw=true"
    assert shown == [
        f"/stripe  stripe                {settings}  secrets: new; old (key k1), until 2026-11-24",
        f"/\\x1b    as each request says  {'provider=github':<{len(settings)}}  no secret",
        f"/alone   as each request says  {'':<{len(settings)}}  secret: gone, expired 2026-11-23",
        "New secrets are put in the file /x/secrets.toml.",
    ]
    assert VALUE not in "".join(shown)


def test_objects() -> None:
    first, second, third = Table(RULES, FILE, TODAY).objects()
    assert first == {
        "path": "/stripe",
        "scheme": "stripe",
        "provider": None,
        "settings": {"tolerance_seconds": 600, "secret_is_raw": True},
        "keep_days": None,
        "keep_count": None,
        "secrets": [
            {"label": "new", "expires": None, "expired": False, "key_id": None},
            {"label": "old", "expires": "2026-11-24", "expired": False, "key_id": "k1"},
        ],
        "secrets_place": {"kind": "file", "name": "/x/secrets.toml"},
    }
    assert (second["provider"], second["secrets"]) == ("github", [])
    assert third["secrets"][0]["expired"] is True


def test_none_yet() -> None:
    (line,) = Table(NO_RULES, None, TODAY).lines()
    assert line.startswith("There are no endpoints yet.")
    assert list(Table(NO_RULES, None, TODAY).objects()) == []


def test_a_line_about_one() -> None:
    assert endpoint_line(RULES.endpoints[0]) == "/stripe: stripe, tolerance_seconds=600, secret_is_raw=true"
    assert endpoint_line(Endpoint("/x")) == "/x: as each request says"
    lists = Endpoint("/x", "rfc9421", settings={"required_headers": ("date", "digest")})
    assert endpoint_line(lists) == "/x: rfc9421, required_headers=date, digest"
    assert next(Table(Rules((lists,)), None, TODAY).objects())["settings"] == {"required_headers": ["date", "digest"]}


def test_how_much_is_kept() -> None:
    kept = Endpoint("/a", "stripe", settings={"secret_is_raw": False}, keep_days=7, keep_count=9)
    assert endpoint_line(kept) == "/a: stripe, keep_days=7, keep_count=9, secret_is_raw=false"
    (shown,) = Table(Rules((kept,)), None, TODAY).objects()
    assert (shown["keep_days"], shown["keep_count"]) == (7, 9)
