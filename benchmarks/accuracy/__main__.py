"""How often the checks are right: `python -m benchmarks.accuracy` makes the tables of docs/accuracy.md anew.

On our own pairs of sentences and planted errors; where the folder ../shared is, on the sets there too.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy import drift, numbers
from benchmarks.accuracy.checkers import OURS, Checker, checkers
from benchmarks.accuracy.corpora import ROOT, SHARED, corpora
from benchmarks.accuracy.own_pairs import outcome, own_pairs
from benchmarks.accuracy.shared_sets import scores
from zhengming.termbase.check import Severity
from zhengming.termbase.remedy import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.accuracy.shared_sets import Scores

PAGE = ROOT / "docs" / "accuracy.md"
_MARKS = "<!-- {} -->\n", "<!-- end of {} -->\n"
_SETS = ("hkma", "mlqe", "tico", "omegat", "domain", "pairs")
_ABLATED = ("hkma", "mlqe", "tico", "omegat", "pairs")
_WAYS = ("zh→en", "en→zh")

Table = list[str]


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Table:
    columns = list(head)
    lines = [columns, ["---", *["--:"] * (len(columns) - 1)], *([str(cell) for cell in row] for row in rows)]
    return [f"| {' | '.join(line)} |\n" for line in lines]


def own_table() -> Table:
    """Return what each checker makes of our own pairs."""
    rows: list[list[object]] = []
    for checker in checkers():
        cells: list[object] = [checker.name]
        for least in (Severity.MINOR, Severity.MAJOR):
            found = outcome(checker, least)
            cells += [len(found.found), len(found.alarmed)]
        rows.append(cells)
    wrong = sum(bool(pair.term) for pair in own_pairs())
    right = len(own_pairs()) - wrong
    head = ("", f"errors found, of {wrong}", f"alarms on {right} correct pairs", "found, major", "alarms, major")
    return _table(head, rows)


def check_table() -> Table:
    """Return how many issues of each check are on an error of our own pairs, and how many are not."""
    found = outcome(Checker(OURS))
    codes = sorted(found.right.keys() | found.wrong.keys())
    counts = [(code, found.right[code], found.wrong[code]) for code in codes]
    rows = [(code, right, wrong, f"{right / (right + wrong):.0%}") for code, right, wrong in counts]
    return _table(("check", "on an error", "on none", "precision"), rows)


def ablation_table(of_shared: list[Scores]) -> Table:
    """Return what is lost without each remedy, on our own pairs and, where they were scored, on the other sets."""
    scored = {found.checker.without: found for found in of_shared}
    rows: list[list[object]] = []
    for without in (None, *Remedy):
        found = outcome(Checker(OURS, without))
        cells: list[object] = [without or "all remedies", len(found.found), len(found.alarmed)]
        if scored:
            one = scored[without]
            cells += [_percent(one.noise(way)) for way in _WAYS]
            cells += [_times(one.separation(way)) for way in _WAYS]
            cells += [_percent(one.share("tico", "recall of injected wrong renderings"))]
            cells += [_percent(one.share("omegat", "raised on the project's final memory, per 100 term pairs"))]
        rows.append(cells)
    head = ["without", "own errors", "own alarms"]
    if scored:
        head += [f"noise {way}" for way in _WAYS] + [f"separation {way}" for way in _WAYS]
        head += ["TICO recall", "OmegaT memory"]
    return _table(head, rows)


def shared_table(found: list[Scores]) -> Table:
    """Return what the harness says of each checker."""
    return _table(("", *(one.checker.name for one in found)), _shared_rows(found))


def _shared_rows(found: list[Scores]) -> Iterator[list[object]]:
    for way in _WAYS:
        yield [f"noise on human text {way}, major", *(_percent(one.noise(way)) for one in found)]
        yield [f"the same, minor and worse {way}", *(_percent(one.noise(way, is_major=False)) for one in found)]
    for way in _WAYS:
        yield [f"separation {way}", *(_times(one.separation(way)) for one in found)]
    for label, of_set, measure in (
        ("labelled flags: real, kept", "hkma", "hand-labelled flags on all: real, still raised"),
        ("labelled flags: not real, kept", "hkma", "hand-labelled flags on all: not real, still raised"),
        ("OmegaT corrections found", "omegat", "recall: text before the correction"),
        ("domain: differences of wording", "domain", "labelled differences of wording found by C003 or C004"),
        ("80 pairs: errors found", "pairs", "errors found"),
        ("80 pairs: correct ones with an alarm", "pairs", "correct pairs with a false alarm"),
    ):
        is_major = of_set != "domain"
        yield [label, *(one.counted(of_set, measure, is_major=is_major) for one in found)]
    for label, of_set, measure in (
        ("TICO recall", "tico", "recall of injected wrong renderings"),
        ("TICO noise", "tico", "noise on translations that use the approved term"),
        ("MLQE recall", "mlqe", "recall: machine output of 'error' pairs"),
        ("MLQE noise", "mlqe", "noise on post-edits, 'ok' pairs"),
        ("OmegaT, final memory, per 100", "omegat", "raised on the project's final memory, per 100 term pairs"),
    ):
        yield [label, *(_percent(one.share(of_set, measure)) for one in found)]


def number_table(shared: Path) -> Table:
    """Return how many planted numbers are found, and how many units of text as it stands are alarmed."""
    found = [numbers.figures(corpus) for corpus in numbers.number_corpora(shared)]
    rows: list[Iterable[object]] = [(one.corpus, one.units, one.alarmed, one.planted, one.found) for one in found]
    units, alarmed = sum(one.units for one in found), sum(one.alarmed for one in found)
    planted, hits = sum(one.planted for one in found), sum(one.found for one in found)
    rows.append(("together", units, f"{alarmed} ({alarmed / units:.2%})", planted, f"{hits} ({hits / planted:.1%})"))
    return _table(("text", "units", "alarmed", "planted", "found"), rows)


def drift_table(shared: Path) -> Table:
    """Return how many planted synonyms C004 finds, and how much it says of text as it stands."""
    rows = list(map(drift.figures, corpora(shared)))
    planted, hits = sum(row.planted for row in rows), sum(row.found for row in rows)
    together = ("together", sum(row.units for row in rows), planted, f"{hits} ({hits / planted:.0%})", "")
    return _table(("text", "units", "planted", "found", "issues as it stands"), [*rows, together])


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f} %"


def _times(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def main() -> None:
    """Make the tables, print them, and with --write put them into the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with other sets  [../shared]")
    parser.add_argument("--ablation", action="store_true", help="do without each remedy in turn; takes long")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    has_shared = (given.shared / "eval" / "evaluate.py").is_file()
    tables = {"own pairs": own_table(), "checks": check_table()}
    if has_shared:
        tables["other sets"] = shared_table(scores(checkers(), given.shared, _SETS))
    tables |= {"numbers": number_table(given.shared), "drift": drift_table(given.shared)}
    if given.ablation:
        ablated = [Checker(OURS, without) for without in (None, *Remedy)]
        tables["remedies"] = ablation_table(scores(ablated, given.shared, _ABLATED) if has_shared else [])
    for name, lines in tables.items():
        print(f"{name}\n\n{''.join(lines)}")
    if given.write:
        _write(tables)


def _write(tables: dict[str, Table]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, lines in tables.items():
        begin, end = (mark.format(name) for mark in _MARKS)
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}{''.join(lines)}{end}{rest.partition(end)[2]}"
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
