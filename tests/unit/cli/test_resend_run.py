from collections.abc import Callable
from contextlib import closing

import pytest

from webhook_inspector.cli import resend_run
from webhook_inspector.cli.resend_draft import Edits, Way
from webhook_inspector.cli.resend_run import jobs_of, rules_of
from webhook_inspector.cli.send_wishes import SigningWish
from webhook_inspector.core.capture import Record
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader


def test_what_cannot_be_read_of_the_rules_is_told(folder: DataFolder, expected_log: Callable[[str], None]) -> None:
    folder.settings.write_text('[endpoints."/a"]\nscheme = "strpe"\n')
    expected_log("the nearest is stripe")
    found = rules_of(GlobalOptions(data_dir=str(folder.path)))
    assert found.endpoints == (Endpoint("/a", "strpe"),)


def test_captures_that_are_too_large_together_are_refused(
    folder: DataFolder, three: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    way = Way(Edits(), SigningWish.of(None, (), (), None, sign=False))
    with closing(Reader(folder.history)) as reader:
        assert len(jobs_of(reader, [1, 2], "http://x", way, NO_RULES)) == 2
        monkeypatch.setattr(resend_run, "MOST_BYTES", 10)
        with pytest.raises(KnownError, match="repeat-large"):
            jobs_of(reader, [1, 2], "http://x", way, NO_RULES)
