import json

from webhook_inspector.cli.repeat_run import listing
from webhook_inspector.drafts.repeating import Pace, Repetition
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.scenarios import Scenario, save_scenario


def test_a_line_says_what_a_scenario_does(folder: DataFolder) -> None:
    repetition = Repetition(times=3, pace=Pace.ORIGINAL, speed=10, shuffled=True)
    save_scenario(folder.settings, Scenario("Odd\x1b", "http://x", "sig:valid", sign=True, repetition=repetition))
    options = GlobalOptions(data_dir=str(folder.path))
    (line,) = listing(options, as_json=False)
    assert line == "Odd\\x1b  sig:valid → http://x  (3 times, original pace, shuffled, signed again)"
    (found,) = map(json.loads, listing(options, as_json=True))
    assert (found["repetition"]["pace"], found["repetition"]["speed"]) == ("original", 10)
