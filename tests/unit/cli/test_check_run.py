import pytest

from webhook_inspector.cli.check_run import check
from webhook_inspector.core.problem import KnownError
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder


def test_an_address_that_is_none_is_told_before_anything_is_sent(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("S", "whsec_x")
    asked = {"scheme": None, "sources": ("env:S",), "pairs": ()}
    with pytest.raises(KnownError, match="draft-url"):
        check(GlobalOptions(data_dir=str(folder.path)), ("stripe", "invoice.paid"), "nowhere", "text", asked)
