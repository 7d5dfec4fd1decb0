"""Looking a term up as one happens to have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.lookup import lookup

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

GLOSSARY = """\
id,zh-Hans,zh-Hant-TW,en,en:admitted,en:deprecated,fr
CP009,氧化锑,,antimony oxide,Sb2O3 {case},antimony rust,
CP010,三氧化二锑,,antimony trioxide,,,
EC001,出口管制,,export control,,export restriction,contrôle des exportations
EC010,最终用户,最終使用者,end-user,,,utilisateur final
EC081,出口限制,,export restriction,,,
MA001,锑,,antimony,,,
TR001,反倾销,,anti-dumping,,,
WD001,加工,,process,,,
ZO001,鼠,,mouse,,,
ZO002,脚,,foot,,,
"""


@pytest.fixture
def found(termbase_of: Callable[[str], Termbase]) -> Callable[[str], list[str]]:
    def ids(wanted: str) -> list[str]:
        return [hit.concept.id for hit in lookup(termbase_of(GLOSSARY), wanted)]

    return ids


Found = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("锑", ["MA001", "CP009", "CP010"]),  # the term itself before what holds it
        ("銻", ["MA001", "CP009", "CP010"]),
        ("antimony", ["MA001", "CP009", "CP010"]),
        ("Antimon", ["CP009", "CP010", "MA001"]),
        ("antimony oxides", ["CP009"]),
        ("oxide", ["CP009"]),
        ("sb2o3", ["CP009"]),
        ("end users", ["EC010"]),
        ("enduser", ["EC010"]),
        ("最終使用者", ["EC010"]),
        ("antidumping", ["TR001"]),
        ("anti dumping", ["TR001"]),
        ("processing", ["WD001"]),
        ("controle des exportations", ["EC001"]),
        ("exportations", ["EC001"]),
        ("cp009", ["CP009"]),
        ("export", ["EC001", "EC081"]),
        ("mice", ["ZO001"]),
        ("feet", ["ZO002"]),
    ],
)
def test_any_form_will_do(found: Found, wanted: str, ids: list[str]) -> None:
    assert found(wanted) == ids


@pytest.mark.parametrize("wanted", ["timony", "port", "tin", "  ", "—", "an", "oxide antimony", "export controls law"])
def test_a_chance_sequence_of_letters_is_no_term(found: Found, wanted: str) -> None:
    assert found(wanted) == []


def test_what_is_right_comes_before_what_is_wrong(termbase_of: Callable[[str], Termbase]) -> None:
    right, wrong = lookup(termbase_of(GLOSSARY), "export restrictions")
    assert (right.concept.id, wrong.concept.id) == ("EC081", "EC001")
    assert wrong.term is not None
    assert not wrong.term.is_allowed
