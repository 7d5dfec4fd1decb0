"""The evaluation sets beside the project, scored by their own harness, which is called where it stands.

Its data are other people's: they are read in place, and nothing but figures comes from there.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.accuracy.checkers import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.accuracy.checkers import Checker

__all__ = ["Scores", "scores"]

_WAYS = (("zh→en", "zhen"), ("en→zh", "enzh"))


class Scores(NamedTuple):
    """What the harness says of one checker: measures by set and name, and shares flagged in machine output."""

    checker: Checker
    measures: dict[tuple[str, str], dict[str, Any]]
    systems: list[dict[str, Any]]

    def share(self, of_set: str, measure: str, *, is_major: bool = True) -> float | None:
        """Return a measure in per cent; None if it was not taken."""
        found = self.measures.get((of_set, measure))
        return None if found is None else found["major_percent" if is_major else "any_percent"]

    def counted(self, of_set: str, measure: str, *, is_major: bool = True) -> str:
        """Return a measure as so many of so many."""
        found = self.measures.get((of_set, measure))
        return "–" if found is None else f"{found['major' if is_major else 'any']} of {found['n']}"

    def noise(self, way: str, *, is_major: bool = True) -> float | None:
        """Return the share of term pairs flagged in official human text."""
        return self.share("hkma", f"noise on the human reference {way}, per 100 term pairs", is_major=is_major)

    def separation(self, way: str) -> float | None:
        """Return how many times as often machine output made without terms is flagged."""
        noise, direction = self.noise(way), dict(_WAYS)[way]
        shares = [s["major_percent"] for s in self.systems if (s["direction"], s["mode"]) == (direction, "noterm")]
        return sum(shares) / len(shares) / max(noise, 0.01) if noise is not None and shares else None


def scores(checkers: Iterable[Checker], shared: Path, sets: Sequence[str], jobs: int = 2) -> list[Scores]:
    """Score each of the checkers on these sets, some at a time."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda checker: _scored(checker, shared, sets), checkers))


def _scored(checker: Checker, shared: Path, sets: Sequence[str]) -> Scores:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "scores.json"
        call = [
            *(sys.executable, str(shared / "eval" / "evaluate.py")),
            *("--command", shlex.join(_command(checker)), "--only", ",".join(sets), "--json", str(kept)),
        ]
        done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
        if done.returncode:
            raise SystemExit(f"{shlex.join(call)}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
        result = json.loads(kept.read_text(encoding="utf-8"))
    measures = {(row["set"], row["measure"].strip()): row for row in result["measures"]}
    return Scores(checker, measures, result["systems"])


def _command(checker: Checker) -> list[str]:
    """Return the command line of a checker: the installed command, or ours that stands for one."""
    if checker.name == OURS and checker.without is None:
        return [str(Path(sys.executable).with_name("zhengming"))]
    script = "import sys; sys.path.insert(0, {!r}); from benchmarks.accuracy.command import main; main()"
    root = str(Path(__file__).resolve().parents[2])
    options = ["--checker", checker.name, *(("--without", checker.without.name) if checker.without else ())]
    return [sys.executable, "-c", script.format(root), *options]
