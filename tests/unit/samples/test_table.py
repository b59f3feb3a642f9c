import json
import subprocess
import sys

from webhook_inspector.paths import resource_path
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.signatures.registry import SCHEMES

NAMES = [(sample.provider, sample.event) for sample in SAMPLES]


def test_it_is_sorted_and_names_each_event_once():
    assert sorted(set(NAMES)) == NAMES


def test_there_are_many():
    assert len(NAMES) >= 130
    assert len({provider for provider, _ in NAMES}) >= 43


def test_providers_and_schemes_are_those_that_we_know():
    assert not {provider for provider, _ in NAMES} - set(PROVIDERS)
    assert not {sample.scheme for sample in SAMPLES} - {"", *SCHEMES}


def test_every_sample_has_its_part_of_a_file_and_every_part_its_sample():
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in resource_path("samples").glob("*.json")}
    assert sorted((provider, event) for provider, found in files.items() for event in found["samples"]) == NAMES


def test_every_title_is_a_short_sentence_without_its_point():
    assert not [sample.title for sample in SAMPLES if not sample.title[0].isupper() or sample.title.endswith(".")]
    assert max(len(sample.title) for sample in SAMPLES) <= 48


def test_listing_reads_no_file_and_loads_no_scheme():
    look = (
        "import sys; from webhook_inspector.samples.table import SAMPLES; assert SAMPLES;"
        "print([name for name in sys.modules if name in ('json', 'webhook_inspector.paths', 'webhook_inspector.signatures')])"
    )
    found = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
