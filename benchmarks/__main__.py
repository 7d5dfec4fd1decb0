"""How fast: `python -m benchmarks`. Every job takes its turn in each round, so that a busy machine slows all alike."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.memory import write
from zhengming.termbase.formats import table

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
GLOSSARY = ROOT / "glossary.csv"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
_EXPAT = (
    "from xml.parsers import expat; import sys\n"
    "p = expat.ParserCreate(); {handlers}p.ParseFile(open(sys.argv[1], 'rb'))"
)
_HANDLERS = "p.StartElementHandler = lambda *a: None; p.EndElementHandler = lambda *a: None; "
_LXML = "from lxml import etree; import sys\nfor _, e in etree.iterparse(sys.argv[1], tag='tu'): e.clear()"
_READ = (
    "import sys; from zhengming.tmx.formats.tmx import read\n"
    "for unit in read(open(sys.argv[1], 'rb'), sys.argv[1], lambda _: None): pass"
)
_WEBLATE = "from benchmarks.peers import main; main()"
_POFILTER = "import sys, os; from translate.filters import pofilter; sys.argv += [os.devnull]; pofilter.main()"
_CHECK = "from zhengming.cli.main import main; main()"
_OPTIONS = ("--isolated", "check", "--termbase", str(GLOSSARY), "--fail-on", "never", "--statistics")


class Job(NamedTuple):
    """A program to be timed on the file, if the package it needs is there."""

    name: str
    code: str
    options: tuple[str, ...] = ()
    needs: str = ""
    most: int = sys.maxsize
    """So many units are enough for a program that takes minutes, or whose memory grows with the file."""


class Figures(NamedTuple):
    """Seconds of CPU, and megabytes at the most."""

    seconds: float
    megabytes: float


JOBS = (
    Job("expat, no handlers", _EXPAT.format(handlers="")),
    Job("expat, two empty handlers", _EXPAT.format(handlers=_HANDLERS)),
    Job("lxml, iterparse", _LXML),
    Job("Weblate's glossary check, re-stated, on lxml", _WEBLATE, (str(GLOSSARY),)),
    Job("translate-toolkit, pofilter with all its tests", _POFILTER, ("--progress=none",), "translate", 100_000),
    Job("zhengming: units read, with places", _READ),
    Job("zhengming check, terms alone", _CHECK, (*_OPTIONS, "--select", "T")),
    Job("zhengming check, default checks", _CHECK, _OPTIONS),
)


def timed(job: Job, path: Path) -> Figures:
    """Run the job once in a process of its own."""
    call = [sys.executable, "-c", job.code, *job.options, str(path)]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{job.name}: exit status {process.returncode}")
    return Figures(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(units: int, rounds: int, *, is_traditional: bool) -> list[str]:
    """Return the lines of the table."""
    termbase = table.read(GLOSSARY.read_bytes(), "glossary.csv", lambda _: None)
    jobs = [job for job in JOBS if units <= job.most and (not job.needs or find_spec(job.needs))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        with path.open("wb") as stream:
            for _ in write(stream, termbase, units, is_traditional=is_traditional):
                pass
        size = path.stat().st_size / 1e6
        runs = [[timed(job, path) for job in jobs] for _ in range(rounds)]
    found = [Figures(*map(median, zip(*of_job, strict=True))) for of_job in zip(*runs, strict=True)]
    yardstick = found[0].seconds
    lines = [
        f"{units:,} units, {size:.1f} MB, {len(termbase):,} concepts; CPU time, medians of {rounds} rounds.\n\n",
        "| | seconds | units a second | times bare expat | MB at most |\n|---|--:|--:|--:|--:|\n",
    ]
    for job, figures in zip(jobs, found, strict=True):
        rate = units / figures.seconds
        lines.append(
            f"| {job.name} | {figures.seconds:.2f} | {rate:,.0f} | {figures.seconds / yardstick:.1f} | "
            f"{figures.megabytes:.0f} |\n"
        )
    return [*lines, "\n"]


def main() -> None:
    """Print the tables; with --write, put them into docs/performance.md too."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--units", type=int, nargs="+", default=[10_000, 100_000], help="the size of each memory")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--traditional", action="store_true", help="write the Chinese in Traditional characters")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    tables = ["".join(measured(units, given.rounds, is_traditional=given.traditional)) for units in given.units]
    print("".join(tables), end="")
    if given.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}{''.join(tables)}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
