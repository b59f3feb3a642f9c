import pytest

from webhook_inspector.cli.upkeep import captures, with_engine
from webhook_inspector.core.capture import Record
from webhook_inspector.core.events import Notice
from webhook_inspector.core.problem import Problem
from webhook_inspector.engine import Engine
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder


def test_captures_are_counted_in_words() -> None:
    assert (captures(1), captures(1234)) == ("1 capture", "1,234 captures")


def test_the_engine_is_stopped_also_after_a_failure(folder: DataFolder, three: list[Record]) -> None:
    options = GlobalOptions(data_dir=str(folder.path))
    seen: list[Engine] = []

    async def fail(engine: Engine) -> None:
        seen.append(engine)
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        with_engine(options, "test", fail)
    assert len(seen) == 1

    async def count(engine: Engine) -> int:
        return len(await engine.marking.restore(1))

    assert with_engine(options, "test", count) == 0  # the folder is free again


def test_what_the_engine_notices_is_a_warning(folder: DataFolder, three: list[Record], capsys, expected_log) -> None:
    async def notice(engine: Engine) -> None:
        engine._tell(Notice(Problem.of("store-wal-moved", path="x")))

    expected_log("was moved or deleted while in use")
    with_engine(GlobalOptions(data_dir=str(folder.path)), "test", notice)
    assert "was moved or deleted while in use" in capsys.readouterr().err
