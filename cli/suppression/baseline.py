"""The baseline: issues of old that nobody is held up by, counted so that no new one can hide among them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zhengming.termbase.issue import Issue

__all__ = ["Entry", "example_of", "joined", "lowered", "of", "read", "written"]

_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Issues of one fingerprint, how many there may be, and the text of one of them for people to recognise it by."""

    fingerprint: str
    code: str
    concept: str | None
    count: int
    example: str
    line: int = field(default=0, compare=False)


def of(issues: Iterable[Issue]) -> tuple[Entry, ...]:
    """Return the baseline that lets exactly these issues stand."""
    counts: Counter[str] = Counter()
    examples: dict[str, Issue] = {}
    for issue in issues:
        name = issue.fingerprint
        counts[name] += 1
        examples.setdefault(name, issue)
    return _sorted(
        Entry(
            fingerprint=name,
            code=issue.check.code,
            concept=issue.concept,
            count=counts[name],
            example=example_of(issue),
        )
        for name, issue in examples.items()
    )


def joined(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return one entry a fingerprint, with the highest count: what a merge of two branches comes to."""
    by_name: dict[str, Entry] = {}
    for entry in entries:
        known = by_name.get(entry.fingerprint)
        if known is None or known.count < entry.count:
            by_name[entry.fingerprint] = entry
    return _sorted(by_name.values())


def lowered(entries: Iterable[Entry], occurring: Counter[str]) -> tuple[Entry, ...]:
    """Return the entries with no count above what occurs, and without those that no longer do."""
    counted = (replace(entry, count=min(entry.count, occurring[entry.fingerprint])) for entry in entries)
    return _sorted(entry for entry in counted if entry.count)


def read(path: Path, name: str) -> tuple[Entry, ...]:
    """Read a baseline, in messages called `name`. Raise InvalidSettings with the line that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"{name}: not UTF-8 text; make it again: zhengming baseline create --force") from error
    except OSError as error:
        raise InvalidSettings(f"{name}: {error.strerror}") from error
    return joined(_entry(line, number, name) for number, line in enumerate(lines, 1) if line.strip())


def _entry(line: str, number: int, name: str) -> Entry:
    try:
        match json.loads(line):
            case {
                "fingerprint": str(fingerprint),
                "code": str(code),
                "concept": str() | None as concept,
                "count": int(count),
            } as found if count > 0 and not isinstance(count, bool):
                example = str(found.get("example", ""))
                return Entry(
                    fingerprint=fingerprint, code=code, concept=concept, count=count, example=example, line=number
                )
            case _:
                problem = "lacks fingerprint, code, concept or count, or one of them is of the wrong kind"
    except (ValueError, RecursionError):  # a number of thousands of digits is a ValueError; so is what is no JSON
        problem = "is no JSON"
    raise InvalidSettings(
        f"{name}:{number}: the entry {problem}; make the baseline again: zhengming baseline create --force"
    )


def written(entries: Iterable[Entry]) -> bytes:
    """Return the file of these entries, one a line and sorted, so that branches merge line by line."""
    return "".join(f"{json.dumps(_record(entry), ensure_ascii=False)}\n" for entry in _sorted(entries)).encode()


def _record(entry: Entry) -> dict[str, Any]:
    record = asdict(entry)
    del record["line"]
    return record


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.fingerprint))


def example_of(issue: Issue) -> str:
    """Return what a person needs to recognise the issue; no path and no number of uses, for those change."""
    passage = issue.passage
    return " → ".join(map(_short, (passage.source, passage.target))) if passage else _short(issue.message)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
