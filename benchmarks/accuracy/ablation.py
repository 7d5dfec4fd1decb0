"""What each remedy buys on reports that official translators and machines have translated: flags without it.

The harness beside the project writes the reports and their glossaries as files; these are read here, once for each
remedy, which is far quicker than to score the command anew.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.checkers import OURS, Checker
from zhengming.termbase.check import Severity
from zhengming.termbase.formats import table
from zhengming.termbase.remedy import Remedy
from zhengming.tmx.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Flags", "flags"]

_CODES = ("T001", "T002", "T003")
#: The human reference, and one system that was not given the terms.
_HUMAN, _MACHINE = "*.REF.tmx", "*.CommandA_MT_noterm.tmx"


class Flags(NamedTuple):
    """How many terms are flagged at major or worse, in human and in machine translations, into English and Chinese."""

    without: Remedy | None
    human: Counter[str]
    machine: Counter[str]


def flags(kept: Path) -> Iterator[Flags]:
    """Yield what is flagged with all remedies, then without each; `kept` holds the harness's files."""
    groups = sorted({path.parent for path in kept.rglob(_HUMAN)})
    termbases = [table.read((group / "glossary.csv").read_bytes(), "glossary.csv", lambda _: None) for group in groups]
    for without in (None, *Remedy):
        checker = Checker(OURS, without)
        found = Flags(without, Counter(), Counter())
        for group, termbase in zip(groups, termbases, strict=True):
            for pattern, counts in ((_HUMAN, found.human), (_MACHINE, found.machine)):
                documents = [Document(str(path)) for path in sorted(group.glob(pattern))]
                for issue in checker.issues(documents, termbase, _CODES):
                    if issue.severity >= Severity.MAJOR and issue.passage is not None:
                        counts[issue.passage.target_language.partition("-")[0]] += 1
        yield found
