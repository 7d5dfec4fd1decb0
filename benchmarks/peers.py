"""Other people's ways to check terms, re-stated from their descriptions: `python -m benchmarks.peers GLOSSARY FILE`.

Weblate's check "Does not follow glossary" (its documentation, chapter on checks): the terms of the glossary are found
in the source in lower case, as whole words where the script has them, and one of each term's translations must stand
in the target, in whatever case and as whole words. Here without Weblate's database, and with the units read by lxml.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import ahocorasick_rs
from lxml import etree

from zhengming.termbase.formats import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def units(path: str) -> Iterator[list[str]]:
    """Yield the texts of each unit."""
    for _, unit in etree.iterparse(path, tag="tu"):
        yield ["".join(segment.itertext()) for segment in unit.iter("seg")]
        unit.clear()


def translations(path: str) -> dict[str, list[str]]:
    """Return the English translations of each Chinese term, in lower case."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for concept in table.read(Path(path).read_bytes(), path, lambda _: None):
        english = [t.text.lower() for t in concept.terms if t.language.language == "en" and t.is_allowed]
        for term in concept.terms:
            if term.language.language == "zh" and term.is_allowed:
                found[term.text.lower()] += english
    return found


def main() -> None:
    """Print how many terms lack a translation."""
    glossary = translations(sys.argv[1])
    terms = list(glossary)
    automaton = ahocorasick_rs.AhoCorasick(terms)
    patterns = {t: [re.compile(rf"\b{re.escape(text)}\b") for text in glossary[t]] for t in terms}
    missing = 0
    for source, target, *_ in units(sys.argv[2]):
        said = target.lower()
        for term in set(automaton.find_matches_as_strings(source.lower(), overlapping=True)):
            missing += not any(pattern.search(said) for pattern in patterns[term])
    print(missing)


if __name__ == "__main__":
    main()
