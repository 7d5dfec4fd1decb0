"""Concepts and their terms: what may be written where."""

from __future__ import annotations

from collections.abc import Callable

from zhengming.termbase.concept import Termbase
from zhengming.termbase.language import Tag, parse

Reader = Callable[[str], Termbase]

HEADER = "id,zh-Hans,zh-Hant-TW,en,en:admitted,en:deprecated,en-GB\n"
ROW = "EC013,许可证,許可證,license,permit,allowance | leave {unseen},licence\n"


def tag(text: str) -> Tag:
    found = parse(text)
    assert found is not None
    return found


def test_what_may_be_written_is_listed_best_first(termbase_of: Reader) -> None:
    [concept] = termbase_of(HEADER + ROW)
    assert [term.text for term in concept.allowed(tag("en-US"))] == ["license", "permit", "licence"]
    assert [term.text for term in concept.allowed(tag("en-GB"))] == ["licence", "license", "permit"]
    assert [term.text for term in concept.allowed(tag("zh-TW"))] == ["許可證", "许可证"]
    assert [term.text for term in concept.allowed(tag("zh-CN"))] == ["许可证", "許可證"]


def test_what_must_not_be_written(termbase_of: Reader) -> None:
    [concept] = termbase_of(HEADER + ROW)
    wrong = concept.deprecated(tag("en-GB"))
    assert [term.text for term in wrong] == ["allowance", "leave"]
    assert not any(term.is_allowed for term in wrong)
    assert concept.deprecated(tag("fr")) == []


def test_a_concept_has_a_name_in_each_language_or_its_id(termbase_of: Reader) -> None:
    [concept] = termbase_of(HEADER + ROW)
    assert [concept.name(tag(text)) for text in ("zh-Hans", "en-US", "fr")] == ["许可证", "license", "EC013"]


def test_a_termbase_is_searched_by_id(termbase_of: Reader) -> None:
    termbase = termbase_of(HEADER + ROW)
    assert len(termbase) == 1
    assert termbase.get("EC013") is next(iter(termbase))
    assert termbase.get("EC014") is None
    assert [str(language) for language in termbase.languages()] == ["zh-Hans", "zh-Hant-TW", "en", "en-GB"]


def test_the_first_of_two_concepts_with_one_id_wins(termbase_of: Reader) -> None:
    one, other = termbase_of("id,en\nA1,house\n"), termbase_of("id,en\nA1,home\nA2,hut\n")
    joined = Termbase.joined([one, other])
    found = joined.get("A1")
    assert found is not None
    assert found.terms[0].text == "house"
    assert (len(joined), joined.paths) == (3, ("glossary.csv", "glossary.csv"))
