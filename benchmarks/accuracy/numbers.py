"""Numbers: how many planted errors are found, and how many units of human text raise an alarm.

    python -m benchmarks.accuracy.numbers [--alarms N] [--missed]

In each text one number of the target is changed that the source has too, in digits, as a word, or with another power
of ten: another digit, two digits exchanged, another power, the decimal point lost, per cent for percentage points. A
plant is found if an issue is raised on its text that was not raised before. With --alarms the first N issues on the
texts as they are come with their texts, to be read.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.corpora import Corpus, corpora, document
from benchmarks.accuracy.own_pairs import own_pairs
from zhengming.termbase.check import Severity
from zhengming.termbase.concept import Termbase
from zhengming.tmx.placeholders import masked
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from benchmarks.accuracy.corpora import Text
    from zhengming.termbase.issue import Issue

__all__ = ["Figures", "figures", "number_corpora"]

_CODES = [f"N00{number}" for number in range(1, 8)]
#: One quantity, as the two languages write it.
_QUANTITIES = (
    ("3.2万吨", "32,000 tonnes"), ("12亿元", "1.2 billion yuan"), ("5,800万美元", "US$58 million"),
    ("七成五", "75 per cent"), ("15.5%", "15.5 per cent"), ("2.4个百分点", "2.4 percentage points"),
    ("1.05万亿元", "1.05 trillion yuan"), ("430公斤", "430 kilograms"), ("99.995%", "99.995%"),
    ("24万吨", "240,000 tonnes"), ("3,600吨", "3,600 tonnes"), ("18.7亿元", "1.87 billion yuan"),
    ("十二万吨", "120,000 tonnes"), ("640家企业", "640 companies"), ("2035年", "2035"),
    ("2025年10月9日", "9 October 2025"), ("第三季度的45%", "45 per cent of the third quarter"),
    ("8505.11", "8505.11"), ("8,350元/公斤", "8,350 yuan/kg"), ("1,250天", "1,250 days"),
)  # fmt: skip
_SENTENCES = (
    ("该项为{}。", "The item comes to {}."),
    ("公告所列为{}，较上次有变化。", "The announcement lists {}, which differs from the last one."),
    ("报告称，{}已经核实。", "According to the report, {} has been verified."),
    ("海关记录的是{}。", "What customs recorded was {}."),
)
#: Small numbers as words, by value.
_SMALL = (
    (), ("one ", "第一"), ("two ", "两", "兩"), ("three ", "三"), ("four ", "四"), ("five ", "五"), ("six ", "六"),
    ("seven ", "七"), ("eight ", "八"), ("nine ", "九"), ("ten ", "十"),
)  # fmt: skip
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_POWERS = {
    "en": (("million", "billion"), ("billion", "million"), ("trillion", "billion")),
    "zh": (("万亿", "亿"), ("亿", "万"), ("万", "亿")),
}
_POINTS = {
    "en": (("percentage points", "per cent"), ("per cent", "percentage points"), ("%", " percentage points")),
    "zh": (("个百分点", "%"), ("%", "个百分点")),
}


class Figures(NamedTuple):
    """What was measured on one corpus."""

    corpus: str
    units: int
    alarmed: int
    planted: int
    found: int
    missed: list[Text]
    alarms: list[Issue]


def number_corpora(shared: Path | None = None) -> Iterator[Corpus]:
    """Yield what is measured on."""
    made = [(zh.format(one), en.format(other)) for one, other in _QUANTITIES for zh, en in _SENTENCES]
    own = [(p.source, p.target) for p in own_pairs() if not p.term and p.languages[0] != "en"]
    yield Corpus("made, zh-en", ("zh-CN", "en"), made)
    yield Corpus("made, en-zh", ("en", "zh-CN"), [(en, zh) for zh, en in made])
    yield Corpus("own pairs, zh-en", ("zh-CN", "en"), own)
    for corpus in corpora(shared) if shared else corpora():
        if not corpus.name.startswith("made"):
            yield corpus


def figures(corpus: Corpus) -> Figures:
    """Measure on one corpus."""
    plain = _said(corpus, corpus.texts)
    changed = [_planted(number, text, corpus.languages[1]) for number, text in enumerate(corpus.texts)]
    said = _said(corpus, [(source, new or target) for (source, target), new in zip(corpus.texts, changed, strict=True)])
    plants = [number for number, new in enumerate(changed) if new is not None]
    hits = {number for number in plants if set(map(_told, said[number])) - set(map(_told, plain[number]))}
    missed = [(corpus.texts[number][0], changed[number] or "") for number in plants if number not in hits]
    alarms = [issue for number in sorted(plain) for issue in plain[number]]
    return Figures(
        corpus.name, len(corpus.texts), len([n for n in plain if plain[n]]), len(plants), len(hits), missed, alarms
    )


def _said(corpus: Corpus, texts: list[Text]) -> defaultdict[int, list[Issue]]:
    found: defaultdict[int, list[Issue]] = defaultdict(list)
    for issue in review([document("numbers.tmx", corpus.languages, texts)], Termbase(()), _CODES):
        if issue.severity >= Severity.MINOR and issue.passage is not None:
            found[int((issue.passage.unit or "u0")[1:])].append(issue)
    return found


def _told(issue: Issue) -> tuple[str, str]:
    return issue.check.code, issue.message


def _planted(number: int, text: Text, language: str) -> str | None:
    """Return the target with one number changed, each text in a way of its own; None if it has none to change."""
    ways = _ways(text[0], language.partition("-")[0])
    for way in range(len(ways)):
        changed = ways[(number + way) % len(ways)](text[1])
        if changed is not None and changed != text[1]:
            return changed
    return None


def _ways(source: str, language: str) -> tuple[Callable[[str], str | None], ...]:
    return (
        lambda text: _other_digit(_numbers(text, source), text),
        lambda text: _replaced(text, _POWERS[language]),
        lambda text: _exchanged(_numbers(text, source), text),
        lambda text: _without_point(_numbers(text, source), text),
        lambda text: _replaced(text, _POINTS[language]),
    )


def _numbers(text: str, source: str) -> list[re.Match[str]]:
    """Return the numbers in digits that the source has, less those within a word (COVID-19, 3D) or a placeholder."""
    lowered = source.lower()
    stated = {match[0] for match in _NUMBER.finditer(source.replace(",", ""))}
    stated |= {str(value) for value, words in enumerate(_SMALL) if any(word in lowered for word in words)}
    return [
        match
        for match in _NUMBER.finditer(masked(text))
        if not re.search(r"[A-Za-z][-.]?$", text[: match.start()])
        and not re.match(r"[A-Za-z]|\s?(?:[tbm]rillion|billion|million|[万亿萬億])", text[match.end() :])
        and match[0].replace(",", "") in stated
    ]


def _other_digit(numbers: list[re.Match[str]], text: str) -> str | None:
    """Change the first digit of the longest number."""
    found = max(numbers, key=lambda match: len(match[0]), default=None)
    if found is None:
        return None
    new = str(int(found[0][0]) % 9 + 1)
    return text[: found.start()] + new + text[found.start() + 1 :]


def _exchanged(numbers: list[re.Match[str]], text: str) -> str | None:
    """Exchange two neighbouring digits that differ."""
    for match in numbers:
        for at in range(match.start(), match.end() - 1):
            one, other = text[at], text[at + 1]
            if one.isdigit() and other.isdigit() and other not in {one, "0"}:
                return text[:at] + other + one + text[at + 2 :]
    return None


def _without_point(numbers: list[re.Match[str]], text: str) -> str | None:
    match = next((match for match in numbers if "." in match[0] and not match[0].startswith("0")), None)
    return None if match is None else text[: match.start()] + match[0].replace(".", "") + text[match.end() :]


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    for old, new in pairs:
        match = re.search(rf"(?<=\d) ?{re.escape(old)}", masked(text))
        if match is not None:
            return text[: match.start()] + match[0].replace(old, new) + text[match.end() :]
    return None


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alarms", type=int, default=0, metavar="N", help="show the first N issues of each corpus")
    parser.add_argument("--missed", action="store_true", help="show the plants that were missed")
    options = parser.parse_args()
    print("| corpus | units | alarmed | planted | found |\n|---|---|---|---|---|")
    for corpus in number_corpora():
        measured = figures(corpus)
        print(f"| {measured.corpus} | {measured.units} | {measured.alarmed} | {measured.planted} | {measured.found} |")
        for source, target in measured.missed if options.missed else ():
            print(f"missed: {source}\n        {target}")
        for issue in measured.alarms[: options.alarms]:
            assert issue.passage is not None  # noqa: S101  for the type checker: it is an issue of a pair
            print(f"{issue.check.code} {issue.severity} {issue.message}")
            print(f"  {issue.passage.source}\n  {issue.passage.target}")


if __name__ == "__main__":
    main()
