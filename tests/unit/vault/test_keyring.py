from webhook_inspector.vault.keyring import Place, PlaceKind


def test_a_place_says_which_kind_it_is() -> None:
    place = Place(PlaceKind.FILE, "secrets.toml")
    assert (place.kind.value, place.name) == ("file", "secrets.toml")
    assert place != Place(PlaceKind.KEYRING, "secrets.toml")
