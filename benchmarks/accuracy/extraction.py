"""How many of the first hundred candidates are terms, and how often their rendering is the approved one.

    python -m benchmarks.accuracy.extraction [--read] [--ablation] [--located]

Candidates are judged by lists that others have made: those of the reports of ../shared/eval, and glossary.csv. What no
list has is no term here, though a reader may think otherwise: --read prints it. With --ablation one factor of the
score after the other is left out. With --located renderings are looked for of all listed terms, by linking words and
by counting alone.

All corpora but the examples are read where they stand, in ../shared, and left out where that folder is not.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import parse
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.inflect import american, singular
from zhengming.termbase.text.normal import fold
from zhengming.tmx.document import Document
from zhengming.tmx.drift.corpus import BREAK
from zhengming.tmx.drift.rendering import Renderings
from zhengming.tmx.drift.usual import usual_rendering
from zhengming.tmx.extraction import Passages, candidates
from zhengming.tmx.extraction.passages import written
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.language import Tag
    from zhengming.tmx.extraction import Candidate, Factors

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = _ROOT.parent / "shared"
_TOP = 100
#: So many are ranked anew when a factor is left out.
_POOL = 2000
#: Of terms in fewer units nobody can tell what renders them.
_FEWEST = 5
#: A list: each term, as it is compared, with what it may be rendered by.
_List = dict[str, set[str]]

Text = tuple[str, str]


class Corpus(NamedTuple):
    """Texts with their translations ("" for none), and the lists that judge what is found in them."""

    name: str
    languages: tuple[str, str]
    texts: list[Text]
    listed: _List


def corpora() -> Iterator[Corpus]:
    """Yield what is measured on."""
    glossary = list(_glossary())
    if not _SHARED.is_dir():
        yield from _both_ways("examples", ("zh-CN", "en"), list(_examples()), glossary)
        return
    reports, terms = _reports()
    yield from _both_ways("financial reports", ("zh-HK", "en"), reports, terms)
    trade = [*_examples(), *_sentences(), *_notices()]
    yield from _both_ways("rare earths and trade", ("zh-CN", "en"), trade, glossary)
    definitions = [(text, "") for text in _definitions()]
    yield Corpus("rare-earth definitions, en alone", ("en", ""), definitions, _turned(glossary, "en"))


def _both_ways(name: str, languages: tuple[str, str], texts: list[Text], terms: list[Text]) -> Iterator[Corpus]:
    turned = [(other, one) for one, other in texts]
    for pairs, (source, target) in ((texts, languages), (turned, languages[::-1])):
        listed = _turned(terms, source)
        way = f"{source[:2]}-{target[:2]}"
        yield Corpus(f"{name}, {way}", (source, target), pairs, listed)
        yield Corpus(f"{name}, {source[:2]} alone", (source, ""), [(one, "") for one, _ in pairs], listed)


def _turned(terms: Iterable[Text], source: str) -> _List:
    listed: _List = {}
    for zh, en in terms:
        one, other = (zh, en) if source.startswith("zh") else (en, zh)
        listed.setdefault(_compared(one, source), set()).add(fold(other))
    return listed


def _compared(text: str, language: str) -> str:
    folded = fold(text)
    return folded if language.startswith("zh") else " ".join(american(singular(word)) for word in folded.split())


def _glossary() -> Iterator[Text]:
    """Yield each allowed Chinese term of the glossary with each allowed English one."""
    with (_ROOT / "glossary.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            sides: list[list[str]] = [
                [
                    term.split("{")[0].strip()
                    for column, cell in row.items()
                    if column.startswith(language) and not column.endswith(":deprecated")
                    for term in (cell or "").split("|")
                    if term.split("{")[0].strip()
                ]
                for language in ("zh", "en")
            ]
            yield from ((zh, en) for zh in sides[0] for en in sides[1])


def _examples() -> Iterator[Text]:
    for path in sorted((_ROOT / "examples").glob("*.tmx")):
        for pair in Document(str(path)).pairs(lambda _: None):
            if pair.source_language.language == "zh" and pair.target_language.language == "en":
                yield pair.source.text, pair.target.text


def _sentences() -> Iterator[Text]:
    with (_SHARED / "domain" / "pairs.jsonl").open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            yield row["zh"], row["en"]


def _notices() -> Iterator[Text]:
    with (_SHARED / "eval" / "sets" / "domain_multi_translation.tsv").open(encoding="utf-8") as stream:
        yield from ((row["zh"], row["en"]) for row in csv.DictReader(stream, delimiter="\t"))


def _definitions() -> Iterator[str]:
    with (_SHARED / "domain" / "terms.csv").open(encoding="utf-8") as stream:
        yield from (row["definition_en"] for row in csv.DictReader(stream))


def _reports() -> tuple[list[Text], list[Text]]:
    texts: dict[Text, None] = {}
    terms: dict[Text, None] = {}
    with gzip.open(_SHARED / "eval" / "sets" / "hkma_2015-2019.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            is_chinese = row["dir"] == "zhen"
            texts[(row["src"], row["ref"]) if is_chinese else (row["ref"], row["src"])] = None
            listed = [(one, other) for one, others in row["terms"].items() for other in others]
            terms.update(dict.fromkeys(listed if is_chinese else [(other, one) for one, other in listed]))
    return list(texts), list(terms)


def passages(corpus: Corpus) -> Passages:
    """Return the texts as the command would read them."""
    source, target = (_tag(language) for language in corpus.languages)
    assert source is not None  # noqa: S101  for the type checker
    found = Passages(source, target)
    header = Header(path="corpus")
    for one, other in corpus.texts:
        if target is None:
            found.add_text("corpus", Segment(one))
        else:
            variants = (
                TranslationUnitVariant(str(source), Segment(one)),
                TranslationUnitVariant(str(target), Segment(other)),
            )
            unit = TranslationUnit(variants, header)
            found.add(Pair(unit, *variants, source, target, variants[0].segment, variants[1].segment))
    return found


def _tag(language: str) -> Tag | None:
    return parse(language) if language else None


def is_listed(candidate: Candidate, corpus: Corpus) -> bool:
    """Return whether a list has the candidate."""
    return _compared(candidate.text, corpus.languages[0]) in corpus.listed


def is_rendered_so(candidate: Candidate, corpus: Corpus) -> bool:
    """Return whether the list renders the candidate as the memory does, in whatever number and spelling."""
    if candidate.rendering is None:
        return False
    return _is_one_of(fold(candidate.rendering.text), _approved(candidate, corpus), corpus)


def _is_one_of(rendering: str, approved: set[str], corpus: Corpus) -> bool:
    if corpus.languages[1].startswith("zh"):
        return rendering in approved
    return any(rendering in surface_forms(text, "en", "noun") for text in approved)


def _without(*left_out: str) -> Callable[[Factors], float]:
    def score(factors: Factors) -> float:
        value = 1.0
        if "c_value" not in left_out:
            value *= max(factors.c_value, 0) ** (1 / 3)
        if "entropy" not in left_out:
            value *= min(factors.entropy, 2)
        if "log_ratio" not in left_out:
            value *= 1 if factors.log_ratio is None else max(factors.log_ratio, 0)
        if "association" not in left_out:
            value *= 1 if factors.association is None else math.sqrt(max(factors.association, 0.05))
        return value * (0.5 if factors.is_single_word and factors.log_ratio is None else 1)

    return score


_ABLATION: dict[str, Callable[[Factors], float]] = {
    "C-value alone": lambda factors: factors.c_value,
    "without association": _without("association"),
    "without the ratio": _without("log_ratio"),
    "without entropy": _without("entropy"),
    "without C-value": _without("c_value"),
    "all": _without(),
}


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", action="store_true", help="show what no list has")
    parser.add_argument("--ablation", action="store_true", help="leave out one factor after the other")
    parser.add_argument("--located", action="store_true", help="look for the renderings of all that is listed")
    options = parser.parse_args()
    print("| corpus | units | candidates | listed | first 50 | rendered as listed | CPU s |")
    print("|---|---|---|---|---|---|---|")
    shown: list[str] = []
    for corpus in corpora():
        started = time.process_time()
        read = passages(corpus)
        found = candidates(read, _TOP)
        seconds = time.process_time() - started
        hits = [is_listed(candidate, corpus) for candidate in found]
        alike = [is_rendered_so(one, corpus) for one, hit in zip(found, hits, strict=True) if hit]
        rendered = f"{sum(alike)} of {len(alike)}, {sum(alike) / len(alike):.0%}" if corpus.languages[1] else "-"
        print(
            f"| {corpus.name} | {len(read.texts):,} | {len(found)} | {sum(hits) / len(hits):.2f} | "
            f"{sum(hits[:50]) / len(hits[:50]):.2f} | {rendered} | {seconds:.1f} |"
        )
        if options.read:
            shown += [f"{corpus.name}: {_line(one)}" for one, hit in zip(found, hits, strict=True) if not hit]
            shown += [
                f"{corpus.name}: rendered otherwise: {_line(one)}; listed: {sorted(_approved(one, corpus))[:4]}"
                for one, hit in zip(found, hits, strict=True)
                if hit and corpus.languages[1] and not is_rendered_so(one, corpus)
            ]
        if options.ablation:
            shown += [f"{corpus.name}: {line}" for line in _ablated(corpus)]
        if options.located and corpus.languages[1]:
            shown += [f"{corpus.name}: {line}" for line in _located(corpus)]
    print(*shown, sep="\n")


def _approved(candidate: Candidate, corpus: Corpus) -> set[str]:
    return corpus.listed[_compared(candidate.text, corpus.languages[0])]


def _line(candidate: Candidate) -> str:
    rendering = candidate.rendering
    rendered = f" = {rendering.text} {rendering.units}/{rendering.of}" if rendering else ""
    return f"{candidate.score:.1f} {candidate.text} x{candidate.times}{rendered}"


def _ablated(corpus: Corpus) -> Iterator[str]:
    found = candidates(passages(corpus), _POOL)
    for name, score in _ABLATION.items():
        first = sorted(found, key=lambda candidate: (-score(candidate.factors), candidate.text))[:_TOP]
        yield f"{name}: {sum(is_listed(candidate, corpus) for candidate in first) / len(first):.2f}"


def _located(corpus: Corpus) -> Iterator[str]:
    """Yield for how many of the listed terms that stand in a few units a listed rendering is found."""
    translation = passages(corpus).translation
    assert translation is not None  # noqa: S101  for the type checker
    source, target = translation.source, translation.target
    source.count()
    target.count()
    renderings = Renderings(source, target)
    found = {"linking": 0, "counting": 0}
    number = 0
    for term, approved in corpus.listed.items():
        wanted = source.numbered(term)
        units = [unit for unit, words in enumerate(source.units) if wanted and wanted in words]
        if len(units) >= _FEWEST and BREAK not in wanted:
            number += 1
            for way, phrase in (
                ("linking", renderings.usual(wanted, units)),
                ("counting", usual_rendering(target, units)),
            ):
                uses = [unit for unit in units if phrase and phrase in target.units[unit]]
                forms = Counter(map(fold, written(phrase, target, translation.texts, uses)))
                found[way] += any(_is_one_of(form, approved, corpus) for form, _ in forms.most_common(1))
    yield from (f"located by {way}: {count} of {number}, {count / number:.0%}" for way, count in found.items())


if __name__ == "__main__":
    main()
