"""The forms that an English word may take."""

from __future__ import annotations

import pytest

from zhengming.termbase.text.inflect import american, lemmas, noun_forms, plural, spellings, verb_forms


@pytest.mark.parametrize(
    ("singular", "plurals"),
    [
        ("control", "controls"),
        ("quota", "quotas"),
        ("company", "companies"),
        ("alloy", "alloys"),
        ("tax", "taxes"),
        ("process", "processes"),
        ("batch", "batches"),
        ("analysis", "analyses"),
        ("axis", "axes"),
        ("series", "series"),
        ("spectrum", "spectra spectrums"),
        ("cargo", "cargos"),
        ("tie", "ties"),
    ],
)
def test_singular_and_plural_lead_to_each_other(singular: str, plurals: str) -> None:
    for word in plurals.split():
        assert singular in noun_forms(word)
        assert word in noun_forms(singular)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("control", "controls"),
        ("controls", None),  # is one already
        ("cargo", None),  # cargos, cargoes
        ("gas", "gases"),
        ("phosphorus", "phosphoruses"),
        ("series", "series"),
    ],
)
def test_the_plural_is_given_where_english_has_one(word: str, expected: str | None) -> None:
    assert plural(word) == expected


def test_a_plural_in_oes_leads_to_its_singular() -> None:
    assert "cargo" in noun_forms("cargoes")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("circumvent", "circumvents circumvented circumventing"),
        ("evade", "evades evaded evading"),
        ("supply", "supplies supplied supplying"),
        ("ban", "bans banned banning"),
        ("employ", "employs employed employing"),
        ("withdraw", "withdraws withdrew withdrawn withdrawing"),
        ("ship", "ships shipped shipping"),
    ],
)
def test_verbs(verb: str, forms: str) -> None:
    assert {verb, *forms.split()} <= verb_forms(verb)


@pytest.mark.parametrize("verb", ["agree", "guarantee", "decree"])
def test_verbs_in_ee(verb: str) -> None:
    assert {verb + "d", verb + "ing"} <= verb_forms(verb)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exports", "export"),
        ("licences", "license"),
        ("smuggling", "smuggle"),
        ("banned", "ban"),
        ("supplied", "supply"),
        ("analyses", "analysis"),
        ("withdrew", "withdraw"),
        ("sulphides", "sulfide"),
    ],
)
def test_forms_of_one_word_share_a_lemma(one: str, other: str) -> None:
    assert lemmas(one) & lemmas(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("import", "important"),
        ("organ", "organization"),
        ("terbium", "erbium"),
        ("red", "r"),
        ("sing", "s"),
        ("bus", "bu"),
        ("glass", "glas"),
    ],
)
def test_words_that_only_look_alike_do_not(one: str, other: str) -> None:
    assert not lemmas(one) & lemmas(other)


@pytest.mark.parametrize(
    ("british", "americanized"),
    [
        ("licence", "license"),
        ("licences", "licenses"),
        ("sulphate", "sulfate"),
        ("labour", "labor"),
        ("centre", "center"),
        ("fibres", "fibers"),
        ("labelled", "labeled"),
        ("analyse", "analyze"),
        ("analysing", "analyzing"),
        ("organisation", "organization"),
        ("catalogue", "catalog"),
        ("aluminium", "aluminum"),
        ("export", "export"),
        ("four", "four"),
    ],
)
def test_british_and_american_spelling(british: str, americanized: str) -> None:
    assert american(british) == americanized
    assert {british, americanized} <= spellings(british)
    assert {british, americanized} <= spellings(americanized)
