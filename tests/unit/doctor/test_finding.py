from webhook_inspector.doctor.finding import Action, Remedy


def test_a_remedy_shows_no_value() -> None:
    remedy = Remedy(Action.CORRECT_SECRET, source="/in", label="main", value="hunter2")
    assert repr(remedy) == "Remedy(correct-secret, /in)"
    assert "hunter2" not in f"{remedy} {[remedy]!r}"
