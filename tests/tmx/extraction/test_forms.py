"""The form that a term is entered in."""

from __future__ import annotations

from zhengming.tmx.extraction.forms import entered


def test_nouns_are_entered_in_the_singular() -> None:
    assert entered(["export controls"] * 3 + ["export control"] * 2, "en") == (
        "export control",
        (("export controls", 3),),
    )


def test_but_not_in_one_that_hardly_anybody_writes() -> None:
    assert entered(["financial statements"] * 9 + ["financial statement"], "en")[0] == "financial statements"


def test_the_case_is_that_within_sentences() -> None:
    assert entered(["Virtual bank", "virtual bank", "virtual bank"], "en") == ("virtual bank", ())
    assert entered(["Entity List", "entity list"], "en") == ("entity list", ())
    assert entered(["Export Control"] * 4 + ["export control"] * 3, "en") == ("export control", ())
    assert entered(["HKMA", "HKMA"], "en") == ("HKMA", ())


def test_a_name_keeps_its_capitals() -> None:
    assert entered(["Exchange Fund"] * 9 + ["exchange fund"], "en") == ("Exchange Fund", ())


def test_both_chinese_scripts_are_forms_of_one_term() -> None:
    assert entered(["氧化锑", "氧化銻", "氧化锑"], "zh") == ("氧化锑", (("氧化銻", 1),))


def test_lines_that_are_broken_make_no_other_form() -> None:
    assert entered(["export\n control", "export control"], "en") == ("export control", ())
