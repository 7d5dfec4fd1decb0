"""Terms that stand otherwise than in the termbase."""

from __future__ import annotations

import pytest

from zhengming.termbase.concept import AdministrativeStatus, Concept, Term
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location
from zhengming.tmx.loose import LooseTarget
from zhengming.tmx.loose.short_form import names_in_short

ENGLISH, CHINESE = Tag("en"), Tag("zh", "Hans")


def concept(text: str, language: Tag, *labels: str) -> Concept:
    term = Term(text, language, AdministrativeStatus.PREFERRED, frozenset(labels))
    return Concept(id="X", terms=(term,), location=Location("glossary.csv"))


def form_found(text: str, target: str, language: Tag = ENGLISH, *labels: str) -> str | None:
    found = list(LooseTarget(target, language).find(concept(text, language, *labels)))
    return found[0].form if found else None


@pytest.mark.parametrize(
    ("term", "target", "form"),
    [
        ("monetary system", "the monetary and financial systems", "monetary and financial systems"),
        ("export control", "control over all exports", "control over all exports"),
        ("Chief Executive of the Authority", "the Authority Chief Executive", "Authority Chief Executive"),
        ("statutory minimum requirement", "a minimum statutory requirement", "minimum statutory requirement"),
        ("notes to the accounts", "notes 2.5, 2.6 and 40.1 to the accounts", "notes 2.5, 2.6 and 40.1 to the accounts"),
        ("Hong Kong bond market", "the bond market in Hong Kong", "bond market in Hong Kong"),
        ("loan-to-value ratio", "average LTV ratios fell", "LTV ratios"),
        ("Bureau of Industry and Security", "BIS said", "BIS"),
        ("Corporate Functions", "CorporateFunctions", "CorporateFunctions"),
    ],
)
def test_english(term: str, target: str, form: str) -> None:
    assert form_found(term, target) == form


@pytest.mark.parametrize(
    ("term", "target"),
    [
        ("third country", "third-world country"),
        ("export control", "controls. Exports"),
        ("export control", "control"),
        ("metal of praseodymium", "Asian Metal said praseodymium rose"),
        ("Bureau of Industry and Security", "a bis coin"),
    ],
)
def test_english_that_is_no_form_of_the_term(term: str, target: str) -> None:
    assert form_found(term, target) is None


@pytest.mark.parametrize(
    ("term", "target", "form"),
    [
        ("财务报表附注", "财务报表的附注", "财务报表的附注"),
        ("跨境合作", "加强跨境金融科技合作", "跨境金融科技合作"),
        ("金融资产", "金 融资产", "金 融资产"),
        ("金融科技监管沙盒2.0", "「金融科技监管沙盒」2.0版", "金融科技监管沙盒」2.0"),
    ],
)
def test_chinese(term: str, target: str, form: str) -> None:
    assert form_found(term, target, CHINESE) == form


def test_chinese_stays_within_a_clause() -> None:
    assert form_found("出口管制", "出口增长。管制放松", CHINESE) is None


def test_short_chinese_terms_are_not_parted() -> None:
    assert form_found("氧化锑", "氧化的锑", CHINESE) is None


def test_abbreviations_are_never_loose() -> None:
    assert form_found("R E O", "R and E or O", ENGLISH, "case") is None


def test_a_name_in_short_keeps_its_last_word() -> None:
    fund = concept("Exchange Fund", ENGLISH)
    assert names_in_short(fund, "The Fund grew.", ENGLISH)
    assert not names_in_short(fund, "The Fund Act passed.", ENGLISH)
    assert not names_in_short(concept("exchange fund", ENGLISH), "The fund grew.", ENGLISH)
    assert not names_in_short(fund, "基金", CHINESE)


def test_the_verb_may_stand_for_the_noun_made_of_it() -> None:
    assert form_found("transshipment through third countries", "transshipped through third countries") is not None
    assert form_found("export prohibition", "exports were prohibited") is not None
    assert form_found("classified loan ratio", "classification loan ratio") is None
    assert form_found("prohibition", "prohibited") is None  # one word alone says too little


def test_two_capitals_are_no_term_and_words_keep_their_borders() -> None:
    assert form_found("permanent magnet", "The PM visits a factory") is None
    assert form_found("export ban", "the export bank opened") is None
    assert form_found("information technology security", "IT security") == "IT security"
