"""C003: a concept rendered by more than one of its allowed terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.concept import Enforcement
from zhengming.termbase.issue import Related
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens
from zhengming.tmx.checks.kind import CorpusCheck
from zhengming.tmx.checks.wording import restrained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.match import Occurrence
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["CHECK", "MIXED_RENDERINGS", "term_key"]

MIXED_RENDERINGS = Check(
    code="C003",
    name="mixed-renderings",
    mqm="multiple-translations-of-term",
    its="terminology",
    severity=Severity.MINOR,
)
_MOST_SHOWN = 5


@dataclass(slots=True)
class _Use:
    """One rendering of a concept: how often, and the first places."""

    form: str
    count: int = 0
    examples: list[tuple[Reading, Rendering, Occurrence]] = field(default_factory=list)


class _Renderings:
    """Counts the renderings of each concept and target language, with a few examples of each."""

    def __init__(self) -> None:
        self._uses: dict[tuple[str, str], dict[str, _Use]] = {}

    def add(self, reading: Reading) -> None:
        language = str(reading.pair.target_language)  # 子公司 in Taiwan, 附屬公司 in Hong Kong
        for rendering in reading.renderings:
            if rendering.concept.check is Enforcement.SOFT or rendering.is_doubtful:
                continue
            for allowed in rendering.allowed:
                if "case" in allowed.term.labels:  # an abbreviation after its full form is good style
                    continue
                uses = self._uses.setdefault((rendering.concept.id, language), {})
                use = uses.setdefault(term_key(allowed.term.text, allowed.term.language.language), _Use(allowed.form))
                use.count += 1
                if len(use.examples) < _MOST_SHOWN:
                    use.examples.append((reading, rendering, allowed))

    def wanted(self) -> None:
        """Want nothing: examples suffice."""

    def issues(self, readings: Iterable[Reading]) -> Iterator[Issue]:  # noqa: ARG002  as above
        for uses in self._uses.values():
            if len(uses) > 1:
                usual, *rest = sorted(uses.values(), key=lambda use: (-use.count, use.form))
                for use in rest:
                    yield _issue(use, usual, len(uses))


@lru_cache(maxsize=8192)
def term_key(term: str, language: str) -> str:
    """Return a key that is equal for terms that differ in inflection, spelling, hyphen and case only."""
    folded = fold(term)
    if is_unspaced_language(language):
        return folded
    return " ".join(
        min(lemma_sets(word.text, language), key=lambda lemma: (len(lemma), lemma)) for word in tokens(term, language)
    )


def _issue(use: _Use, usual: _Use, ways: int) -> Issue:
    reading, rendering, occurrence = use.examples[0]
    term = rendering.occurrences[0].term.text
    others = [(r, o) for r, _, o in (*usual.examples, *use.examples[1:])][:_MOST_SHOWN]
    return reading.issue(
        MIXED_RENDERINGS,
        restrained(MIXED_RENDERINGS.severity, rendering.concept),
        f"{term} is rendered {ways} ways: “{use.form}” x{use.count}, elsewhere “{usual.form}” x{usual.count}",
        rendering=rendering,
        source_span=rendering.occurrences[0].span,
        target_span=occurrence.span,
        expected=(usual.form,),
        related=tuple(Related(r.pair.target.locate(o.span), o.form) for r, o in others),
    )


CHECK = CorpusCheck(MIXED_RENDERINGS, _Renderings)
