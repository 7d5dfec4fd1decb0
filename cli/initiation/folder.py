"""What a folder holds before anybody has set anything: translations and their languages, glossaries, other tools."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import files, termbases
from zhengming.cli.settings import Settings
from zhengming.cli.suppression import is_suppressible
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.cli.result import Result
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag

__all__ = ["Divided", "Findings", "divided", "look_at"]

_GLOSSARIES = ("glossary*.csv", "glossary*.tsv", "termbase*.csv", "termbase*.tsv", "terms*.csv")
_OTHERS = ("omegat.project", ".pre-commit-config.yaml")


class Findings(NamedTuple):
    """What there is. `result` is of a check against the glossary that is there, else against the one installed."""

    counts: dict[str, int]
    """Files by suffix."""
    others: tuple[str, ...]
    """What other tools have left here."""
    glossary: Path | None
    languages: tuple[Tag, Tag] | None
    """From which language into which most units are, if most are of one pair."""
    result: Result

    @property
    def issues(self) -> list[Issue]:
        """The issues that a baseline could let stand."""
        return [issue for issue in self.result.standing if is_suppressible(issue)]


class Divided(NamedTuple):
    """A concept that is rendered in more than one way, with how often each."""

    concept: str
    name: str
    renderings: tuple[tuple[str, int], ...]


def look_at(folder: Path, note: Callable[[str], None]) -> Findings:
    """Read every translation in the folder. `note` is told what a person should know."""
    from zhengming.cli.checking import Task, examine  # noqa: PLC0415  `init --help` needs none of it
    from zhengming.tmx.document import Document  # noqa: PLC0415

    settings = Settings(folder=folder)
    documents = tuple(Document(str(path)) for path in files.find((), settings, note).documents)
    glossary = _glossary(folder)
    termbase = termbases.read_all([glossary or termbases.starter()], lambda _: None)
    task = Task(documents=documents, tables=(), termbase=termbase, settings=settings, is_whole=True)
    result = examine(task, survey=Survey(most=0))
    spoken = Counter(pair for document in documents for pair in document.tags.elements())
    return Findings(
        counts=dict(Counter(Path(document.path).suffix.lower() for document in documents)),
        others=tuple(name for name in _OTHERS if (folder / name).exists()),
        glossary=glossary,
        languages=_usual(spoken),
        result=result,
    )


def _glossary(folder: Path) -> Path | None:
    """Return a table that is a termbase of ours already."""
    for pattern in _GLOSSARIES:
        for path in sorted(folder.glob(pattern)):
            try:
                if len(termbases.read(path, lambda _: None)):
                    return path.relative_to(folder)
            except ZhengmingError:  # a table of something else
                continue
    return None


def _usual(spoken: Counter[tuple[Tag, Tag]]) -> tuple[Tag, Tag] | None:
    if not spoken:
        return None
    pair, count = spoken.most_common(1)[0]
    return pair if count * 2 > spoken.total() else None


def divided(survey: Survey | None, termbase: Termbase) -> list[Divided]:
    """Return the concepts rendered by more than one form that the termbase knows, the most frequent first."""
    found: list[Divided] = []
    for (name, _), use in survey.uses.items() if survey else ():
        concept = termbase.get(name)
        known = _apart((form, count) for form, count in use.counts.most_common() if use.status[form])
        if concept is not None and len(known) > 1:
            found.append(Divided(name, concept.terms[0].text, known))
    return sorted(found, key=lambda one: (-sum(count for _, count in one.renderings[1:]), one.concept))


def _apart(uses: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return the forms with their counts, those added up that differ in the plural: it divides nothing."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for form, count in uses:
        key = form.removesuffix("s")
        counts[key] += count
        written.setdefault(key, form)
    return tuple((written[key], count) for key, count in counts.most_common())
