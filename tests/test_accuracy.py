"""The benchmark of accuracy: its own data are what they say, the algorithms of others do what their tools do."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("snowballstemmer", reason="the benchmark stems as OmegaT does: pip install '.[test]'")

ROOT = Path(__file__).parent.parent
PAIRS = ROOT / "benchmarks" / "accuracy" / "pairs.tsv"

MISSES = """
import json, sys
from benchmarks.accuracy.others import entries, misses
from zhengming.termbase.formats import table
from zhengming.termbase.language import parse
termbase = table.read(sys.argv[1].encode(), "glossary.csv", lambda _: None)
found = []
for name, source, target, way in json.loads(sys.argv[2]):
    one, other = map(parse, way)
    listed = entries(termbase, one, other)
    said = misses(name, (source, one), (target, other), listed)
    found.append([miss.term + (f" > {miss.found}" if miss.found else "") for miss in said])
print(json.dumps(found))
"""
GLOSSARY = """\
id,zh-Hans,en,en:admitted,en:deprecated,status,check,source
C1,出口管制,export control,export curb,exit control,approved,strict,Export Control Law
C2,出口管制法,Export Control Law,,,approved,strict,National People's Congress
C3,关税,tariff,,,approved,strict,WTO
C4,草案,draft,,,proposed,strict,none
C5,标准,standard,,,approved,off,none
"""
ZH_EN, EN_ZH = ("zh-CN", "en"), ("en", "zh-CN")
#: Which algorithm, the two texts, the languages, and what is said.
CASES = [
    ("naive", "对镝实施出口管制。", "Export controls on dysprosium.", ZH_EN, ["出口管制"]),
    ("naive", "对镝实施出口管制。", "Exit control on dysprosium.", ZH_EN, ["出口管制 > exit control"]),
    ("naive", "出口管制法施行。", "The Export Control Law took effect.", ZH_EN, []),
    ("naive", "出口管制法施行。", "The law took effect.", ZH_EN, ["出口管制", "出口管制法"]),
    ("longest match", "出口管制法施行。", "The law took effect.", ZH_EN, ["出口管制法"]),
    ("naive", "草案和标准", "a text", ZH_EN, []),
    ("Weblate", "对镝实施出口管制。", "EXPORT CONTROL on dysprosium.", ZH_EN, []),
    ("Weblate", "对镝实施出口管制。", "Export controls on dysprosium.", ZH_EN, ["出口管制"]),
    ("Weblate", "The tariff rose.", "关税上涨。", EN_ZH, []),
    ("Weblate", "Tariffs rose.", "税费上涨。", EN_ZH, []),
    ("Okapi CheckMate", "关税和关税", "one tariff", ZH_EN, ["关税"]),
    ("Okapi CheckMate", "关税", "Tariff", ZH_EN, ["关税"]),
    ("Okapi CheckMate", "出口管制法", "Export Control Law", ZH_EN, []),
    ("Okapi CheckMate", "出口管制", "export curb", ZH_EN, ["出口管制"]),
    ("OmegaT", "对镝实施出口管制。", "Controls were put on exports.", ZH_EN, []),
    ("OmegaT", "对镝实施出口管制。", "Controls were put on imports.", ZH_EN, ["出口管制"]),
    ("OmegaT", "Tariffs rose.", "税费上涨。", EN_ZH, ["tariff"]),
    ("OmegaT", "Tariffs rose.", "关税上涨。", EN_ZH, []),
]


def run(*arguments: str, status: int = 0) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == status, done.stderr
    return done.stdout


def test_others_say_what_their_tools_would() -> None:
    cases = json.dumps([(name, source, target, way) for name, source, target, way, _ in CASES])
    found = json.loads(run("-c", MISSES, GLOSSARY, cases))
    assert [*zip(CASES, found, strict=True)] == [(case, case[-1]) for case in CASES]


def test_the_labels_of_our_own_pairs_stand_in_them() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 200
    assert len({(row["source"], row["target"]) for row in rows}) == len(rows)
    assert [row for row in rows if row["term"] not in row["source"] or row["wrong"] not in row["target"]] == []
    assert [row for row in rows if bool(row["term"]) != bool(row["wrong"])] == []


OUTCOME = """
from benchmarks.accuracy.checkers import Checker
from benchmarks.accuracy.own_pairs import outcome
for name in ("zhengming", "naive"):
    found = outcome(Checker(name))
    print(len(found.found), len(found.missed), len(found.alarmed), len(found.silent))
"""


def test_more_of_our_own_errors_are_found_than_by_the_naive_matcher_and_fewer_correct_pairs_alarmed() -> None:
    (found, missed, alarmed, silent), naive = (
        [int(word) for word in line.split()] for line in run("-c", OUTCOME).splitlines()
    )
    assert (found + missed, alarmed + silent) == (naive[0] + naive[1], naive[2] + naive[3])
    errors, correct = found + missed, alarmed + silent
    assert found / errors > 0.9
    assert alarmed / correct < 0.05
    assert naive[0] / errors < 0.8
    assert naive[2] / correct > 0.3


NUMBERS = """
from benchmarks.accuracy.numbers import figures, number_corpora
from pathlib import Path
for corpus in number_corpora(Path("there is none")):
    print(*figures(corpus)[1:5])
"""


def test_every_number_planted_in_our_own_text_is_found_and_the_text_itself_raises_no_alarm() -> None:
    lines = run("-c", NUMBERS).splitlines()
    assert len(lines) == 3
    for line in lines:
        units, alarmed, planted, found = map(int, line.split())
        assert alarmed == 0
        assert units / 5 < planted == found


@pytest.mark.parametrize("options", [["--checker", "OmegaT"], ["--without", "WORD_ORDER"]])
def test_the_command_for_other_harnesses_speaks_the_report(options: list[str], tmp_path: Path) -> None:
    glossary, texts = tmp_path / "glossary.csv", tmp_path / "texts.tmx"
    glossary.write_text(GLOSSARY, encoding="utf-8")
    texts.write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="zh-CN" datatype="plaintext"/><body><tu tuid="u1"><tuv xml:lang="zh-CN"><seg>对镝实施'
        '出口管制。</seg></tuv><tuv xml:lang="en"><seg>Limits on dysprosium.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    module = ["-m", "benchmarks.accuracy.command", *options]
    call = [*module, "--isolated", "check", "--termbase", str(glossary), "--output-format", "jsonl", "--no-baseline"]
    header, issue, summary = map(json.loads, run(*call, "--select", "T", str(texts), status=1).splitlines())
    assert header["schema"] == "zhengming/report/1"
    assert (issue["code"], issue["unit"], issue["term"], issue["concept"]) == ("T001", "u1", "出口管制", "C1")
    assert summary == {"summary": {"issues": 1}}
