"""How fast a memory is searched, and what the index misses: `python -m benchmarks.search --units 1000000`.

The memory is the one of `python -m benchmarks`, or, with --texts, clauses of your own files put together anew. Its
sentences are varied and looked up; some of them are compared with every form as well, by which recall is counted.
All times are CPU time.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.memory import write
from zhengming.termbase.formats import table
from zhengming.tmx.document import Document
from zhengming.tmx.memory.database import opened
from zhengming.tmx.memory.fuzzy import Fuzzy, refresh
from zhengming.tmx.memory.intake import Intake
from zhengming.tmx.memory.similarity import Likeness, Passage
from zhengming.tmx.memory.store import Store
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.memory.database import Database

ROOT = Path(__file__).parent.parent
TOP, LEAST = 5, 70
_CLAUSE = re.compile(r"(?<=[，。；：！？])|(?<=[,.;:!?])\s+")
_CLAUSES = range(3, 160)
#: How much of a sentence is changed.
_SHARES = (0.03, 0.08, 0.15, 0.22)


class Found(NamedTuple):
    """How long look-ups took, and how many of the best scores of a full comparison they found."""

    milliseconds: list[float]
    found: int
    wanted: int


def units_made(count: int) -> Iterator[TranslationUnit]:
    """Yield the units of the benchmark's own memory."""
    termbase = table.read((ROOT / "glossary.csv").read_bytes(), "glossary.csv", lambda _: None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        with path.open("wb") as stream:
            list(write(stream, termbase, count))
        yield from Document(str(path)).read(lambda _: None)


def units_of(paths: Sequence[str], count: int) -> Iterator[TranslationUnit]:
    """Yield units of which each side is one to four clauses from the files, some clauses far oftener than others."""
    clauses: dict[str, set[str]] = {"zh": set(), "en": set()}
    for path in paths:
        for pair in Document(path).pairs(lambda _: None):
            for segment, tag in ((pair.source, pair.source_language), (pair.target, pair.target_language)):
                if tag.language in clauses:
                    clauses[tag.language].update(_CLAUSE.split(segment.text))
    choose = random.Random(5)  # noqa: S311  the same every time
    listed: dict[str, tuple[list[str], list[float]]] = {}
    for language, found in clauses.items():
        kept = sorted(clause for clause in found if len(clause) in _CLAUSES)
        choose.shuffle(kept)
        listed[language] = kept, [1 / (rank + 50) ** 0.7 for rank in range(len(kept))]
    header = Header({"srclang": "zh-CN"})
    for number in range(1, count + 1):
        length = choose.choice((1, 1, 2, 2, 2, 3, 3, 4))
        texts = "".join(choose.choices(*listed["zh"], k=length)), " ".join(choose.choices(*listed["en"], k=length))
        sides = zip(("zh-CN", "en-US"), texts, strict=True)
        variants = tuple(TranslationUnitVariant(tag, Segment(text)) for tag, text in sides)
        yield TranslationUnit(variants, header, number=number)


def filled(database: Database, units: Iterator[TranslationUnit]) -> tuple[float, float]:
    """Take the units in; return the seconds that took, and those for the index."""
    Store(database)
    started = time.process_time()
    intake = Intake(database, "memory.tmx", b"benchmark")
    for _ in intake.add(units):
        pass
    intake.finish()
    taken = time.process_time()
    refresh(database)
    return taken - started, time.process_time() - taken


def varied(form: str, others: Sequence[str], language: str, choose: random.Random) -> str:
    """Return a form with some of its characters or words changed for those of others, taken out or put in."""
    is_chinese = language == "zh"
    units = list(form) if is_chinese else form.split(" ")
    for _ in range(max(1, int(len(units) * choose.choice(_SHARES)))):
        other = choose.choice(others)
        source = list(other) if is_chinese else other.split(" ")
        begin = choose.randrange(len(source))
        piece = source[begin : begin + (choose.choice((1, 1, 2, 3)) if is_chinese else 1)]
        at, kind = choose.randrange(len(units)), choose.random()
        if kind < 0.6:  # noqa: PLR2004  a change
            units[at : at + len(piece)] = piece
        elif kind < 0.8 or len(units) <= len(piece):  # noqa: PLR2004  an insertion
            units[at:at] = piece
        else:
            del units[at : at + len(piece)]
    return ("" if is_chinese else " ").join(units)


def measured(database: Database, language: str, queries: int, compared: int) -> Found:
    """Look varied sentences up, and compare some of them with everything."""
    choose = random.Random(3)  # noqa: S311
    last = database.rows("SELECT max(id) FROM form")[0][0]
    step = max(1, last // (queries * 4))
    query = "SELECT text FROM form WHERE language = ? AND id % ? = 0 LIMIT ?"
    forms: list[str] = [text for (text,) in database.rows(query, (language, step, queries))]
    fuzzy = Fuzzy(database, language)
    likenesses = [Likeness(Passage(varied(form, forms, language, choose), language)) for form in forms]
    fuzzy.most_like(likenesses[0], TOP, LEAST)
    times: list[float] = []
    scores: list[Counter[int]] = []
    for likeness in likenesses:
        started = time.process_time()
        likes = fuzzy.most_like(likeness, TOP, LEAST)
        times.append((time.process_time() - started) * 1000)
        scores.append(Counter(int(like.score) for like in likes))
    everything = database.rows("SELECT weight, text FROM form WHERE language = ?", (language,))
    found = wanted = 0
    for likeness, got in zip(likenesses[:compared], scores, strict=False):
        lightest, heaviest = likeness.weight * LEAST / 100, likeness.weight * 100 / LEAST
        near = (text for weight, text in everything if lightest <= weight <= heaviest)
        best = Counter(sorted(int(score) for text in near if (score := likeness.of_form(text, LEAST)))[-TOP:])
        found += (best & got).total()
        wanted += best.total()
    return Found(times, found, wanted)


def cold(memory: str, text: str) -> float:
    """Return the milliseconds of a search in a process of its own, the median of five."""
    call = [sys.executable, "-c", "from zhengming.cli.main import main; main()", "--isolated", "tm", "search", text]
    times: list[float] = []
    for _ in range(5):
        with subprocess.Popen([*call, "--memory", memory], stdout=subprocess.DEVNULL) as process:  # noqa: S603
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        times.append((usage.ru_utime + usage.ru_stime) * 1000)
    return median(times)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--units", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--compared", type=int, default=50, help="so many queries are compared with everything")
    parser.add_argument("--texts", nargs="+", metavar="FILE", help="files whose clauses are put together anew")
    parser.add_argument("--memory", help="where the memory is made  [a temporary folder]")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        memory = given.memory or f"{folder}/memory.db"
        database = opened(memory)
        units = units_of(given.texts, given.units) if given.texts else units_made(given.units)
        taken, index = filled(database, units)
        print(f"{given.units:,} units: taken in in {taken:.0f} s, indexed in {index:.0f} s (both languages)")
        for language in ("zh", "en"):
            forms = database.rows("SELECT count(*) FROM form WHERE language = ?", (language,))[0][0]
            found = measured(database, language, given.queries, given.compared)
            ordered = sorted(found.milliseconds)
            print(
                f"{language}: {forms:,} forms; median {median(ordered):.1f} ms, 95th percentile "
                f"{ordered[len(ordered) * 95 // 100]:.1f} ms; {found.found} of {found.wanted} best hits found"
            )
        print(f"a process of its own: {cold(memory, '据海关统计，稀土永磁体出口量为3万吨，同比增长5%。'):.0f} ms")
        database.close()


if __name__ == "__main__":
    main()
