from tests.unit.doctor.cases import elsewhere
from webhook_inspector.doctor.around import Around


def test_nothing_around_is_the_usual() -> None:
    assert Around() == Around((), ())


def test_its_repr_shows_no_secret() -> None:
    assert "hunter2" not in repr(elsewhere("hunter2"))
