"""The benchmarks run, and the memory they make holds the faults that it says it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEMORY = """
import sys
from benchmarks.memory import write
from zhengming.termbase.formats import table
from zhengming.tmx.document import Document
from zhengming.tmx.review import review
termbase = table.read(open("glossary.csv", "rb").read(), "glossary.csv", lambda _: None)
with open(sys.argv[1], "wb") as stream:
    faults = list(write(stream, termbase, 400))
issues = review([Document(sys.argv[1])], termbase, {"T002", "N001", "N002", "A001"})
found = {(issue.passage.unit, issue.check.code[0]) for issue in issues}
sought = [fault for fault in faults if fault.code != "C001"]
print(len(faults), len(sought), sum((fault.unit, fault.code[0]) in found for fault in sought))
"""


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def test_the_table_has_a_row_for_each_job() -> None:
    out = run("-m", "benchmarks", "--units", "60", "--rounds", "1")
    assert out.startswith("60 units, ")
    assert sum(line.startswith("| zhengming") for line in out.splitlines()) == 3


def test_the_memory_is_the_same_every_time_and_its_faults_are_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one.tmx", tmp_path / "other.tmx"
    planted, sought, found = map(int, run("-c", MEMORY, str(one)).split())
    run("-c", MEMORY, str(other))
    assert one.read_bytes() == other.read_bytes()
    assert planted == 8
    assert 0 < sought == found


SPOILT = """
from benchmarks.accuracy.alignment import spoilt
texts = [(f"稀土{n}。", f"Rare earths {n}.") for n in range(200)]
source, target, right = spoilt(texts, 1, 0.1, 0.1)
assert (source, target, right) == spoilt(texts, 1, 0.1, 0.1)
said = ["".join(source[slice(*one)]).replace("稀土", "").split("。")[:-1] for one, _ in right]
meant = [" ".join(target[slice(*other)]).replace("Rare earths ", "").split(". ") for _, other in right]
assert said == [[number.rstrip(".") for number in numbers] for numbers in meant]
print(len(right), {tuple(end - start for start, end in places) for places in right} == {(1, 1), (1, 2), (2, 1)})
"""


def test_spoilt_texts_are_the_same_every_time_and_the_right_beads_are_right() -> None:
    beads, has_all_shapes = run("-c", SPOILT).split()
    assert 150 < int(beads) < 190
    assert has_all_shapes == "True"
