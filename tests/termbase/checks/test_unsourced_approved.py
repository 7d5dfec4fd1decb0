"""G004 unsourced-approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.checks.unsourced_approved import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "id,zh-Hans,en,status,source\n"


def test_an_approved_concept_names_its_source(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}EC001,出口管制,export control,approved,\n")
    remedy = "name the law, standard or text it was seen in"
    assert issues == [f"2: minor 出口管制 is approved without a source; {remedy}"]


def test_one_that_does_is_right(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}EC001,出口管制,export control,approved,Export Control Law 2020\n") == []


def test_a_proposed_one_may_still_be_looking_for_it(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}EC001,出口管制,export control,proposed,\n") == []


def test_a_concept_without_terms_is_called_by_its_id(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}EC001,,,approved,\n")[0].startswith("2: minor EC001 is approved")
