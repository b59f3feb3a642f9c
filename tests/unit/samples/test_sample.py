from webhook_inspector.samples.sample import Sample, samples_of


def test_the_samples_of_a_provider_share_scheme_and_settings():
    made = samples_of("paypal", "paypal", {"A": "An event", "B": "Another"}, {"webhook_id": "1"})
    assert made == (
        Sample("paypal", "A", "An event", "paypal", {"webhook_id": "1"}),
        Sample("paypal", "B", "Another", "paypal", {"webhook_id": "1"}),
    )


def test_without_settings_there_are_none():
    assert not samples_of("efi", "", {"pix": "A Pix was received"})[0].settings
