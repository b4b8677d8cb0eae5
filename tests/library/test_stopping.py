"""A run that is asked to stop keeps what it has read, and the same command goes on from there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from dragoman.store import Store
from dragoman.store.health import complaints

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys, time
from pathlib import Path
from dragoman.commands import ingest
from dragoman.intake import IntakeOptions
from dragoman.library.ingest import Intake
from tests.store.taking import PlainReader, items

def slowly(*_):
    for item in items(0, 1000):
        print("read", flush=True)
        time.sleep(0.02)
        yield item

ingest._all = slowly
ingest.Intake = lambda store, said: Intake(store, said, PlainReader())
sys.exit(ingest.ingest_sources(["x"], IntakeOptions(), Path(sys.argv[1])))
"""


def test_a_run_that_is_stopped_keeps_what_it_has_read(tmp_path):
    path = tmp_path / "test.db"
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for _ in range(8):
        assert process.stdout.readline() == "read\n"
    time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in err
    with Store(path) as store:
        assert 5 <= store.counts()["appearances"] < 50
        assert list(complaints(store.connection)) == []
