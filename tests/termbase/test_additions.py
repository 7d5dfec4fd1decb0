"""What happens when a list from elsewhere meets a termbase that is somebody's work."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from zhengming.termbase.additions import additions, numbered
from zhengming.termbase.concept import Termbase

Reader = Callable[[str], Termbase]

OURS = "id,subject_field,zh-Hans,zh-Hant-TW,en,en:admitted,en:deprecated\nEC001,control,出口管制,,export control,controls,export ban\n"  # noqa: E501


@pytest.fixture
def outcome(termbase_of: Reader) -> Callable[[str], str]:
    """Return what our termbase says to one row of another: the id of the concept it has already, or the conflict."""

    def answer(row: str) -> str:
        theirs = termbase_of(f"id,zh-Hans,zh-Hant-TW,en,en:deprecated\nX1,{row}\n")
        [found] = additions(theirs, termbase_of(OURS))
        return found.known.id if found.known is not None else found.conflict

    return answer


def test_a_new_name_is_a_new_concept(outcome: Callable[[str], str]) -> None:
    assert outcome("稀土,,rare earths,") == ""


@pytest.mark.parametrize(
    "row", ["出口管制,,export control,", "出口管制,,Controls,", "出口管制,出口管制,export-control,export ban"]
)
def test_what_is_said_already_is_known(outcome: Callable[[str], str], row: str) -> None:
    assert outcome(row) == "EC001"


def test_another_name_for_it_is_for_a_person_to_decide(outcome: Callable[[str], str]) -> None:
    remedy = "add it there, or make a concept of its own"
    assert outcome("出口管制,,export restraint,") == (
        f"EC001 calls 出口管制 “export control” or “controls”, not “export restraint”; {remedy}"
    )


def test_a_concept_without_a_name_in_that_language_has_none_to_offer(termbase_of: Reader) -> None:
    theirs = termbase_of("id,zh-Hans,en\nX1,稀土,rare earths\n")
    [found] = additions(theirs, termbase_of("id,zh-Hans,fr\nRE001,稀土,terres rares\n"))
    assert found.conflict == "RE001 knows 稀土, not “rare earths”; add it there, or make a concept of its own"


def test_what_is_wrong_here_is_not_made_right(outcome: Callable[[str], str]) -> None:
    assert outcome("出口管制,,export ban,") == "EC001 deprecates “export ban” for 出口管制, and this row allows it"
    assert outcome("出口管制,,,controls") == "EC001 allows “controls” for 出口管制, and this row deprecates it"


def test_one_of_two_homonyms_is_enough(termbase_of: Reader) -> None:
    ours = termbase_of("id,zh-Hans,en\nBT001,负极,anode\nCH001,负极,cathode\n")
    [found] = additions(termbase_of("id,zh-Hans,en\nX1,负极,cathode\n"), ours)
    assert found.known is ours.get("CH001")


def test_ids_are_kept_where_they_are_free(termbase_of: Reader) -> None:
    theirs = termbase_of("id,subject_field,zh-Hans\nEC001,control,甲\n17,control,乙\nMG5,,丙\nMG5,,丁\n18,ships,戊\n")
    ids = [concept.id for concept in numbered(theirs, termbase_of(OURS), None)]
    assert ids == ["EC002", "EC003", "MG5", "TB001", "TB002"]


def test_a_prefix_that_was_asked_for_is_used(termbase_of: Reader) -> None:
    theirs = termbase_of("id,zh-Hans\n17,甲\n18,乙\n")
    assert [concept.id for concept in numbered(theirs, termbase_of(OURS), "ZZ")] == ["ZZ001", "ZZ002"]


def test_a_long_list_goes_into_a_long_termbase_in_no_time(termbase_of: Reader) -> None:
    ours = termbase_of("id,subject_field,en\n" + "".join(f"EC{n:05},control,term {n}\n" for n in range(20_000)))
    theirs = termbase_of("id,subject_field,en\n" + "".join(f"{n},control,name {n}\n" for n in range(2_000)))
    started = time.process_time()
    ids = [concept.id for concept in numbered(theirs, ours, None)]
    assert (ids[0], ids[-1]) == ("EC20000", "EC21999")
    assert time.process_time() - started < 2  # once it took a minute and a half
