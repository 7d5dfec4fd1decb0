"""Where terms stand in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.formats import table
from zhengming.termbase.match import Matcher, Occurrence
from zhengming.termbase.text.borders import hiding_words
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_word_character

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept, Termbase

GLOSSARY = """\
id,zh-Hans,en,en:admitted,en:deprecated,fr,part_of_speech
EC001,出口管制,export control,,export restriction,contrôle des exportations,noun
EC002,出口管制法,Export Control Law,,,,noun
EC081,出口限制,export restriction,,,restriction à l'exportation,noun
EC050,实体清单,Entity List,,,liste des entités,noun
EC051,不可靠实体清单,Unreliable Entity List,,,,noun
CP009,氧化锑,antimony oxide,,,,noun
CU001,海关,customs,,,,noun
CU002,关税,tariff,,,,noun
CU003,税则,tariff schedule,,,,noun
AG001,国有,state-owned,,,,adjective
AG002,省长,governor,,,,noun
MT001,银,silver,Ag {case},,argent,noun
OR001,世贸组织,WTO,,,OMC,noun
EL001,铟,indium,In {case},,,noun
MG001,钕铁硼,NdFeB,,,,noun
VB001,规避,circumvent,,,,verb
"""

Find = Callable[..., list[str]]


@pytest.fixture
def find() -> Find:
    termbase = table.read(GLOSSARY.encode(), "glossary.csv", lambda problem: pytest.fail(problem.message))

    def found(text: str, language: str = "en", *, exact_case: bool = True) -> list[str]:
        occurrences = Matcher(termbase, language).find(text, exact_case=exact_case).taken
        return [f"{o.concept.id}@{o.span.start} {o.form}" for o in occurrences]

    return found


def test_the_longest_term_wins(find: Find) -> None:
    assert find("对违反出口管制法的企业实施出口管制", "zh") == ["EC002@3 出口管制法", "EC001@13 出口管制"]
    assert find("on the Unreliable Entity List or the Entity List") == [
        "EC051@7 Unreliable Entity List",
        "EC050@37 Entity List",
    ]


def test_of_crossing_terms_the_longer_wins_then_the_first(termbase_of: Callable[[str], Termbase]) -> None:
    termbase = termbase_of("id,zh-Hans\nX1,出口管制\nX2,管制法规\nX3,法规汇编集\n")
    found = Matcher(termbase, "zh").find("出口管制法规；管制法规汇编集")
    assert [o.form for o in found.taken] == ["出口管制", "法规汇编集"]
    assert [o.form for o in found.covered] == ["管制法规", "管制法规"]


def test_a_word_that_hides_one_term_leaves_another(find: Find) -> None:
    assert find("海关税则", "zh") == ["CU001@0 海关", "CU003@2 税则"]


def test_traditional_script_and_full_width_are_the_same(find: Find) -> None:
    assert find("對氧化銻實施出口管制", "zh") == ["CP009@1 氧化銻", "EC001@6 出口管制"]


def test_a_term_that_hides_in_a_word_is_not_meant(find: Find) -> None:
    assert find("银行收购白银", "zh") == ["MT001@5 银"]


def test_inflection_hyphens_and_line_ends(find: Find) -> None:
    assert find("Export\ncontrols were state owned; circumventing them failed") == [
        "EC001@0 Export\ncontrols",
        "AG001@21 state owned",
        "VB001@34 circumventing",
    ]


@pytest.mark.parametrize("text", ["customship", "precustoms", "reexport controller", "ITariff", "silvery"])
def test_a_part_of_a_word_is_no_term(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["the deputy governor", "a former governor", "non-tariff barriers", "anti‑tariff league"]
)
def test_a_word_before_can_make_another_thing_of_it(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize("text", ["the governor", "deputies, governor", "non tariff", "high-tariff"])
def test_other_words_before_do_not(find: Find, text: str) -> None:
    assert len(find(text)) == 1


def test_letters_are_as_the_term_wants_them(find: Find) -> None:
    assert find("In India, Ag and In cost more; ag, in and IN do not") == ["EL001@0 In", "MT001@10 Ag", "EL001@17 In"]
    assert find("the Wto and ndfeb") == []
    assert find("the WTO and NdFeB") == ["OR001@4 WTO", "MG001@12 NdFeB"]
    assert find("EXPORT CONTROL") == ["EC001@0 EXPORT CONTROL"]


def test_a_target_may_have_its_capitals_wrong(find: Find) -> None:
    # "NDFEB" is the term badly written; three letters are an English word too soon, and the label never bends.
    assert find("NDFEB, Wto, AG", exact_case=False) == ["MG001@0 NDFEB"]


def test_chinese_text_is_a_border_for_latin_terms(find: Find) -> None:
    assert find("中国的WTO义务") == ["OR001@3 WTO"]


def test_other_languages_go_by_lemma(find: Find) -> None:
    text = "les listes des entités et les restrictions à l’exportation; OMC, mais omc non"
    assert find(text, "fr") == [
        "EC050@4 listes des entités",
        "EC081@30 restrictions à l’exportation",
        "OR001@60 OMC",
    ]
    assert find("contrôle des", "fr") == []
    assert find("le contrôle des exportations", "fr") == ["EC001@3 contrôle des exportations"]


def test_words_with_accents_too(find: Find) -> None:
    assert find("les contrôles des exportations", "fr") == ["EC001@4 contrôles des exportations"]


def test_concepts_that_share_a_name_are_both_found(termbase_of: Callable[[str], Termbase]) -> None:
    termbase = termbase_of("id,zh-Hans,en\nBT001,负极,anode\nCH001,负极,cathode\n")
    assert [o.concept.id for o in Matcher(termbase, "zh").find("锂电池负极").taken] == ["BT001", "CH001"]


def test_the_allowed_term_speaks_for_a_form_it_shares_with_a_wrong_one(
    termbase_of: Callable[[str], Termbase],
) -> None:
    termbase = termbase_of("id,en:deprecated,en\nX1,end-users,end user\n")
    [occurrence] = Matcher(termbase, "en").find("end-users").taken
    assert occurrence.term.text == "end user"


def test_without_terms_nothing_is_found(find: Find, termbase_of: Callable[[str], Termbase]) -> None:
    assert find("出口管制", "ja") == []
    assert find("Ausfuhr", "de") == []
    assert Matcher(termbase_of("id,en\nX1,——\n"), "fr").find("x").taken == []


def test_what_is_covered_can_still_be_asked_for(termbase_of: Callable[[str], Termbase]) -> None:
    found = Matcher(termbase_of(GLOSSARY), "zh").find("违反出口管制法的海关")
    assert [o.concept.id for o in found.taken] == ["EC002", "CU001"]
    assert [o.concept.id for o in found.covered] == ["EC001"]
    assert [o.concept.id for o in found.of({"EC001", "CU001"})] == ["CU001", "EC001"]
    assert list(found.of({"EC081"})) == []


def naive(concepts: list[Concept], language: str, text: str) -> list[tuple[int, int, frozenset[str]]]:
    """Look at every stretch of the text, the longest and first before others, and take those that are still free.

    What lies inside a longer word of the dictionary is given up, unless a term that was taken goes across its border.
    """
    forms: dict[str, set[str]] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.language.language == language:
                for form in surface_forms(term.text, language, concept.part_of_speech):
                    forms.setdefault(form, set()).add(concept.id)
    for word in hiding_words(forms) if language == "zh" else ():
        forms.setdefault(fold(word), set())
    folded = fold(text)
    stretches = [(i, j) for i in range(len(text)) for j in range(i + 1, len(text) + 1) if folded[i:j] in forms]
    taken: list[tuple[int, int, frozenset[str]]] = []
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])):
        starts_in_word = start > 0 and is_word_character(folded[start - 1]) and is_word_character(folded[start])
        ends_in_word = end < len(text) and is_word_character(folded[end - 1]) and is_word_character(folded[end])
        is_free = all(end <= other_start or other_end <= start for other_start, other_end, _ in taken)
        ids = frozenset(forms[folded[start:end]])
        if ids and is_free and not starts_in_word and not ends_in_word:
            taken.append((start, end, ids))
    hiding = [
        (first, last)
        for first, last in stretches
        if not forms[folded[first:last]]
        and not any(start < border < end for start, end, _ in taken for border in (first, last))
    ]
    return sorted(
        (start, end, ids)
        for start, end, ids in taken
        if not any(first <= start and end <= last and last - first > end - start for first, last in hiding)
    )


def grouped(occurrences: list[Occurrence]) -> list[tuple[int, int, frozenset[str]]]:
    spans = sorted({o.span for o in occurrences})
    return [(*span, frozenset(o.concept.id for o in occurrences if o.span == span)) for span in spans]


ZH_TERMS = ["出口", "出口管制", "管制", "国有", "国有企业", "企业", "银", "关税", "海关", "税则", "清单"]
EN_TERMS = ["export", "export control", "control list", "list", "rare earth", "earth", "end-user", "re-export"]


def termbase_with(language: str, terms: list[str]) -> list[Concept]:
    rows = "".join(f"X{n},{term},noun\n" for n, term in enumerate(terms))
    return list(table.read(f"id,{language},part_of_speech\n{rows}".encode(), "g.csv", lambda _: None))


@given(
    st.lists(st.sampled_from(ZH_TERMS), unique=True, min_size=1),
    st.lists(st.sampled_from([*ZH_TERMS, *"中国大量银行海关税则單單a 業业"]), max_size=12).map("".join),
)
def test_the_automaton_finds_what_looking_everywhere_finds_in_chinese(terms: list[str], text: str) -> None:
    concepts = termbase_with("zh-Hans", terms)
    assert grouped(Matcher(concepts, "zh").find(text).taken) == naive(concepts, "zh", text)


@given(
    st.lists(st.sampled_from(EN_TERMS), unique=True, min_size=1),
    st.lists(
        st.sampled_from([*"export exports controls list lists rare earths end user".split(), *" -’的s"]), max_size=16
    ),
)
def test_and_in_english(terms: list[str], pieces: list[str]) -> None:
    concepts = termbase_with("en", terms)
    text = "".join(pieces)
    assert grouped(Matcher(concepts, "en").find(text).taken) == naive(concepts, "en", text)
