"""Alignment: how many of the right beads are found, how far the scores can be trusted, and how long it takes.

    python -m benchmarks.accuracy.alignment [--read 20]

Texts whose sentences are known to render one another one by one are spoilt with a fixed seed: sentences are merged
with the next on one side, or dropped from one. The paragraphs of the HKMA reports are split into sentences again,
and all borders of paragraphs are hidden from the aligner, a report at a time. There the right beads are certain where a
side of a paragraph is a single sentence; where both have as many, they are taken to go one by one; the others count
for nothing but whether a bead goes over their borders.

A bead is found if both its borders on both sides are right; beads with an empty side do not count, for finding them is
finding the others. What was tuned was tuned on the halves called “dev”. All sets are read where they stand, in
../shared; without that folder there is nothing to measure. The glossary is the termbase.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.formats import table
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location
from zhengming.termbase.text.sentences import sentences
from zhengming.tmx.alignment import align
from zhengming.tmx.alignment.sentence import Sentence
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.termbase.concept import Termbase
    from zhengming.tmx.alignment.bead import Bead

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = _ROOT.parent / "shared"
_SETS = _SHARED / "eval" / "sets"
_CHINESE, _ENGLISH = Tag("zh", "Hans"), Tag("en")
_LANGUAGES = Languages(_CHINESE, _ENGLISH)
_SEEDS = (1, 2, 3)
#: Shares of sentences merged, and dropped.
_DAMAGE = ((0.1, 0.02), (0.1, 0.1), (0.1, 0.2))
_HALF = 400
_MOST_SENTENCES = 3
_BINS = (0.0, 0.3, 0.6, 0.8, 0.9, 0.99, 1.01)

Text = tuple[str, str]
#: The places of the sentences of one bead: where they begin and end in the source, and in the target.
Places = tuple[tuple[int, int], tuple[int, int]]


class Tally(NamedTuple):
    """Right beads, found beads, and those that are both."""

    right: int = 0
    found: int = 0
    both: int = 0

    def plus(self, right: set[Places], found: set[Places]) -> Tally:
        """Return the tally with those of one text."""
        return Tally(self.right + len(right), self.found + len(found), self.both + len(right & found))

    def __str__(self) -> str:
        precision, recall = self.both / max(self.found, 1), self.both / max(self.right, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"{precision:.3f} | {recall:.3f} | {f1:.3f}"


@lru_cache(maxsize=1)
def glossary() -> Termbase:
    """Return the termbase that every run has."""
    path = _ROOT / "glossary.csv"
    return table.read(path.read_bytes(), str(path), lambda _: None)


def one_by_one() -> Iterator[tuple[str, list[Text]]]:
    """Yield texts with sentences that render one another one by one, Chinese first."""
    with gzip.open(_SETS / "tico_synthetic.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    tico = [(row["zh"], row["en"]) for row in rows]
    yield "TICO-19, dev", tico[: len(tico) // 2]
    yield "TICO-19, held out", tico[len(tico) // 2 :]
    mlqe = _post_edited()
    yield "MLQE-PE, dev", mlqe[:_HALF]
    yield "MLQE-PE, held out", mlqe[_HALF : 2 * _HALF]
    with (_SHARED / "domain" / "pairs.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    yield "trade sentences, held out", [(row["zh"], row["en"]) for row in rows]


@lru_cache(maxsize=1)
def _post_edited() -> list[Text]:
    """Return sentences of Wikipedia, which have nothing to do with their neighbours, each with its post-edit."""
    with gzip.open(_SETS / "mlqe_pe_terms.tsv.gz", "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(target, source) for source, target in {row["src"]: row["pe"] for row in rows}.items()]


def spoilt(texts: Sequence[Text], seed: int, merged: float, dropped: float) -> tuple[list[str], list[str], set[Places]]:
    """Return both sides of the texts with sentences merged and dropped, and the right beads."""
    chance = random.Random(seed)  # noqa: S311  a repeatable one is wanted
    sides: tuple[list[str], list[str]] = [], []
    right: set[Places] = set()
    at = 0
    while at < len(texts):
        draw = chance.random()
        size = 2 if dropped <= draw < dropped + merged and at + 1 < len(texts) else 1
        both = texts[at : at + size]
        begun = len(sides[0]), len(sides[1])
        for side in (0, 1):
            said = [text[side].strip() for text in both]
            is_dropped = draw < dropped and (draw < dropped / 2) == bool(side)
            is_merged = size > 1 and (draw < dropped + merged / 2) == bool(side)
            sides[side].extend([] if is_dropped else [" ".join(said) if side else "".join(said)] if is_merged else said)
        ends = len(sides[0]), len(sides[1])
        if draw >= dropped:
            right.add(((begun[0], ends[0]), (begun[1], ends[1])))
        at += size
    return *sides, right


def run(source: Sequence[str], target: Sequence[str], memory: Sequence[Text] = ()) -> list[Bead]:
    """Return what the aligner makes of two texts of one paragraph each."""
    sides = ([Sentence(Segment(text), Location("-")) for text in side] for side in (source, target))
    return align(*sides, _LANGUAGES, glossary(), map(_pair, memory))


def _pair(text: Text) -> Pair:
    one, other = (
        TranslationUnitVariant(str(language), Segment(side)) for language, side in zip(_LANGUAGES, text, strict=True)
    )
    unit = TranslationUnit((one, other), Header())
    return Pair(unit, one, other, _CHINESE, _ENGLISH, one.segment, other.segment)


def pairs_of(beads: Sequence[Bead]) -> set[Places]:
    """Return the places of the beads that are pairs."""
    return {(tuple(bead.sources), tuple(bead.targets)) for bead in beads if bead.is_pair}


class Report(NamedTuple):
    """A report of the HKMA: its sentences, and where each paragraph begins and ends in both texts."""

    is_dev: bool
    source: list[str]
    target: list[str]
    paragraphs: list[Places]


def reports() -> Iterator[Report]:
    """Yield the reports; those of odd years were looked at."""
    found: defaultdict[tuple[str, ...], list[Text]] = defaultdict(list)
    with gzip.open(_SETS / "hkma_2015-2019.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            sides = row["src"], row["ref"]
            found[row["dir"], *row["id"].split(".")[1:3]].append(sides if row["dir"] == "zhen" else sides[::-1])
    for (_, year, _), texts in sorted(found.items()):
        sides: tuple[list[str], list[str]] = [], []
        paragraphs: list[Places] = []
        for text in texts:
            begun = [len(side) for side in sides]
            for side, said, language in zip(sides, text, ("zh", "en"), strict=True):
                side.extend(said[slice(*span)] for span in sentences(said, language))
            paragraphs.append(((begun[0], len(sides[0])), (begun[1], len(sides[1]))))
        yield Report(int(year) % 2 == 1, *sides, paragraphs)


def judged(paragraph: Places) -> tuple[str, set[Places]]:
    """Return how sure the right beads of a paragraph are, and which they are."""
    (start, end), (begin, close) = paragraph
    sizes = end - start, close - begin
    if min(sizes) == 1 and max(sizes) <= _MOST_SENTENCES:
        return "certain", {paragraph}
    if sizes[0] == sizes[1]:
        return "equal", {((start + at, start + at + 1), (begin + at, begin + at + 1)) for at in range(sizes[0])}
    return "", set()


def _touches(places: Places, paragraph: Places) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one, other in zip(places, paragraph, strict=True))


def _is_inside(places: Places, paragraph: Places) -> bool:
    return all(other[0] <= one[0] and one[1] <= other[1] for one, other in zip(places, paragraph, strict=True))


def measure_reports() -> None:
    """Print what becomes of the reports."""
    tallies: defaultdict[tuple[bool, str], Tally] = defaultdict(Tally)
    crossed: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for report in reports():
        found = pairs_of(run(report.source, report.target))
        for paragraph in report.paragraphs:
            touching = {places for places in found if _touches(places, paragraph)}
            crossed[report.is_dev] += not all(_is_inside(places, paragraph) for places in touching)
            total[report.is_dev] += 1
            kind, right = judged(paragraph)
            if kind:
                tallies[report.is_dev, kind] = tallies[report.is_dev, kind].plus(right, touching)
    print("\n| HKMA reports | beads | precision | recall | F1 |\n|---|---|---|---|---|")
    for is_dev in (True, False):
        name = "dev (odd years)" if is_dev else "held out (even years)"
        for kind in ("certain", "equal"):
            print(f"| {name}, {kind} | {tallies[is_dev, kind].right} | {tallies[is_dev, kind]} |")
        print(f"| {name}, paragraphs whose borders a bead goes over | | | | {crossed[is_dev]} of {total[is_dev]} |")


def measure_spoilt(read: int) -> None:
    """Print what becomes of texts spoilt at random, and how many beads of each score are right."""
    scores: defaultdict[int, list[bool]] = defaultdict(list)
    print("| text | sentences | merged | dropped | precision | recall | F1 |\n|---|---|---|---|---|---|---|")
    jobs = [(name, texts, ()) for name, texts in one_by_one()]
    jobs.append(("MLQE-PE, held out, with a memory of the others", jobs[3][1], tuple(_post_edited()[2 * _HALF :])))
    for name, texts, memory in jobs:
        for merged, dropped in _DAMAGE:
            tally = Tally()
            for seed in _SEEDS:
                source, target, right = spoilt(texts, seed, merged, dropped)
                beads = run(source, target, memory)
                tally = tally.plus(right, pairs_of(beads))
                for bead in beads:
                    is_right = pairs_of([bead]) <= right
                    if bead.is_pair and "held out" in name:
                        scores[sum(bead.score >= least for least in _BINS[1:])].append(is_right)
                    if read and not is_right:
                        read -= 1
                        print(f"{bead.score:.2f} {source[slice(*bead.sources)]} | {target[slice(*bead.targets)]}")
            print(f"| {name} | {len(texts)} | {merged:.0%} | {dropped:.0%} | {tally} |", flush=True)
    print("\n| score of a pair (held out) | pairs | right |\n|---|---|---|")
    for number, judgements in sorted(scores.items()):
        share = sum(judgements) / len(judgements)
        print(f"| {_BINS[number]:.2f} to {min(_BINS[number + 1], 1):.2f} | {len(judgements)} | {share:.0%} |")


def measure_time() -> None:
    """Print how long texts take, one with a chapter missing among them."""
    sides: tuple[list[str], list[str]] = [], []
    for report in reports():
        sides[0].extend(report.source)
        sides[1].extend(report.target)
    print("\n| source sentences | target sentences | seconds (CPU) |\n|---|---|---|")
    for size, missing in ((500, 0), (2000, 0), (4500, 0), (2000, 400)):
        source, target = sides[0][:size], [*sides[1][: size // 2], *sides[1][size // 2 + missing : size]]
        begun = time.process_time()
        run(source, target)
        print(f"| {len(source)} | {len(target)} | {time.process_time() - begun:.1f} |", flush=True)


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=int, default=0, metavar="N", help="show the first N wrong beads")
    options = parser.parse_args()
    if not _SETS.is_dir():
        print(f"{_SETS} is not there: nothing to measure")
        return
    measure_spoilt(options.read)
    measure_reports()
    measure_time()


if __name__ == "__main__":
    main()
