"""Two people's changes to one table: both are kept, or somebody is asked; nobody's bytes move."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.checks import duplicate_concept
from zhengming.termbase.diff import diff
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import table
from zhengming.termbase.merge.sequence import Three
from zhengming.termbase.merge.tables import Conflict, Merged, Renumbered, merged

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Merge = Callable[[str, str, str], Merged]

HEADER = "id,zh-Hans,en,en:admitted,en:deprecated,status,note\n"
CONTROL = 'EC001,出口管制,"export control",,,approved,\n'
EARTHS = "RE001,稀土,rare earths,,,proposed,\n"
BASE = HEADER + CONTROL + EARTHS
POWDER = "MP001,抛光粉,polishing powder,,,proposed,\n"
LIST = "MP002,实体清单,Entity List,,,proposed,\n"


def before(row: str, other: str, text: str = BASE) -> str:
    return text.replace(other, row + other)


def test_rows_added_in_the_same_place_are_both_kept(merge: Merge) -> None:
    found = merge(BASE, before(POWDER, EARTHS), before(LIST, EARTHS))
    assert found == Merged((HEADER + CONTROL + POWDER + LIST + EARTHS).encode())


def test_cells_of_one_row_changed_by_two_people_are_both_kept(merge: Merge) -> None:
    ours = BASE.replace(CONTROL, 'EC001,出口管制,"export control",,export restriction,approved,\n')
    theirs = BASE.replace(CONTROL, 'EC001,出口管制,"export control",,,approved,"law, not trade"\n')
    expected = 'EC001,出口管制,"export control",,export restriction,approved,"law, not trade"\n'
    assert merge(BASE, ours, theirs).data.decode() == HEADER + expected + EARTHS


def test_terms_that_both_add_to_one_cell_are_both_kept(merge: Merge) -> None:
    ours, theirs = (
        BASE.replace("rare earths,,", f"rare earths,{term},") for term in ("REE {case}", "rare-earth metals")
    )
    found = merge(BASE, ours, theirs)
    assert found == Merged(BASE.replace("rare earths,,", "rare earths,REE {case} | rare-earth metals,").encode())


def test_a_contradiction_keeps_both_rows_between_the_lines_of_git(merge: Merge) -> None:
    ours, theirs = (BASE.replace("proposed,\n", f"proposed,{note}\n") for note in ("17 elements", "15 elements"))
    theirs = theirs.replace("rare earths,,,", "rare earths,,tombarthites,")
    found = merge(BASE, ours, theirs)
    assert found.conflicts == (Conflict("RE001", "稀土", ("note",)),)
    assert found.data.decode() == (
        HEADER + CONTROL + "<<<<<<< ours\n"
        "RE001,稀土,rare earths,,tombarthites,proposed,17 elements\n"
        "=======\n"
        "RE001,稀土,rare earths,,tombarthites,proposed,15 elements\n"
        ">>>>>>> theirs\n"
    )


def test_a_table_with_a_conflict_is_still_a_termbase_and_says_what_is_wrong(merge: Merge) -> None:
    ours, theirs = (BASE.replace("rare earths", name) for name in ("rare earth metals", "rare-earth elements"))
    faults: list[Issue] = []
    termbase = table.read(merge(BASE, ours, theirs).data, "g.csv", faults.append)
    assert [term.text for c in termbase for term in c.terms] == (
        "出口管制|export control|稀土|rare earth metals|稀土|rare-earth elements".split("|")
    )
    problem = "G005 a conflict of a merge; keep one row of the two, and delete the three markers"
    told = [f"{fault.location}: {fault.check.code} {fault.message}" for fault in faults]
    assert told == [f"g.csv:{line}:1: {problem}" for line in (3, 5, 7)]
    assert [issue.concept for issue in duplicate_concept.CHECK.examine(termbase)] == ["RE001"]


def test_what_one_deletes_and_the_other_changes_is_to_be_decided(merge: Merge) -> None:
    changed = BASE.replace("rare earths", "rare-earth elements")
    row = EARTHS.replace("rare earths", "rare-earth elements")
    found = merge(BASE, HEADER + CONTROL, changed)
    assert found.conflicts == (Conflict("RE001", "稀土", ("en",), "ours"),)
    assert found.data.decode() == HEADER + CONTROL + f"<<<<<<< ours\n=======\n{row}>>>>>>> theirs\n"
    found = merge(BASE, changed, HEADER + CONTROL)
    assert found.conflicts == (Conflict("RE001", "稀土", ("en",), "theirs"),)
    assert found.data.decode() == HEADER + CONTROL + f"<<<<<<< ours\n{row}=======\n>>>>>>> theirs\n"


def test_what_one_deletes_and_the_other_leaves_alone_is_deleted(merge: Merge) -> None:
    theirs = before(POWDER, EARTHS)
    assert merge(BASE, HEADER + CONTROL, theirs).data.decode() == HEADER + CONTROL + POWDER
    assert merge(theirs, HEADER + CONTROL, before(LIST, EARTHS)).data.decode() == HEADER + CONTROL + LIST


def test_two_concepts_under_one_new_id_get_two(merge: Merge) -> None:
    theirs = before(LIST.replace("MP002", "MP001"), EARTHS)
    found = merge(BASE, before(POWDER, EARTHS), theirs)
    assert found.renumbered == (Renumbered("实体清单", "MP001", "MP002"),)
    assert found.data.decode() == HEADER + CONTROL + POWDER + LIST + EARTHS


def test_one_concept_added_by_both_under_one_id_is_one(merge: Merge) -> None:
    theirs = before(POWDER.replace("proposed,", "proposed,cerium oxide"), EARTHS)
    assert merge(BASE, before(POWDER, EARTHS), theirs).data.decode() == theirs


def test_a_term_is_not_deprecated_by_one_and_admitted_by_the_other(merge: Merge) -> None:
    ours, theirs = (BASE.replace("rare earths,,", f"rare earths,{cells}") for cells in ("REEs,", ",REEs"))
    assert merge(BASE, ours, theirs).conflicts == (Conflict("RE001", "稀土", ("en:admitted", "en:deprecated")),)


def test_nobody_approves_terms_that_he_has_not_seen(merge: Merge) -> None:
    approved = BASE.replace("proposed", "approved")
    changed = BASE.replace("rare earths", "rare-earth elements")
    for ours, theirs in ((approved, changed), (changed, approved)):
        assert merge(BASE, ours, theirs).conflicts == (Conflict("RE001", "稀土", ("en", "status")),)
    noted = BASE.replace("proposed,", "proposed,see GB/T 15676")
    assert merge(BASE, approved, noted).data.decode() == noted.replace("proposed", "approved")


def test_an_id_given_to_another_concept_takes_no_changes_of_the_first(merge: Merge) -> None:
    ours = BASE.replace("稀土,rare earths", "磁粉,magnetic powder")
    theirs = BASE.replace("rare earths,,", "rare earths,REEs,")
    found = merge(BASE, ours, theirs)
    assert found.conflicts == (Conflict("RE001", "磁粉", ("zh-Hans", "en", "en:admitted")),)
    assert "磁粉,magnetic powder,,,proposed,\n=======\nRE001,稀土,rare earths,REEs," in found.data.decode()


def test_a_new_column_comes_with_what_the_other_side_has_added(merge: Merge) -> None:
    theirs = BASE.replace("status,note", "status,source,note").replace("d,\n", "d,MOFCOM 61/2025,\n")
    ours = before(POWDER, EARTHS)
    assert merge(BASE, ours, theirs).data.decode() == before(
        "MP001,抛光粉,polishing powder,,,proposed,,\n", EARTHS.replace("d,\n", "d,MOFCOM 61/2025,\n"), theirs
    )


def test_a_column_that_one_deletes_while_the_other_writes_in_it_stays(merge: Merge) -> None:
    without = "".join(",".join(line.split(",")[:-1]) + "\n" for line in BASE.splitlines())
    assert merge(BASE, without, before(POWDER, EARTHS)).data.decode() == before(
        POWDER.replace(",\n", "\n"), EARTHS.replace(",\n", "\n"), without
    )
    noted = BASE.replace("proposed,", "proposed,17 elements")
    found = merge(BASE, without.replace("rare earths", "rare-earth elements"), noted)
    assert (found.kept_columns, found.conflicts) == (("note",), ())
    assert found.data.decode() == noted.replace("rare earths", "rare-earth elements")


def test_a_table_sorted_by_one_takes_the_rows_of_the_other(merge: Merge) -> None:
    base = HEADER + EARTHS + CONTROL
    assert merge(base, base + POWDER, BASE).data.decode() == HEADER + CONTROL + POWDER + EARTHS
    assert merge(base, BASE, base + POWDER).data.decode() == HEADER + CONTROL + POWDER + EARTHS


def test_rows_without_ids_go_by_their_first_term(merge: Merge) -> None:
    base = "zh-Hans,en\n稀土,rare earths\n出口管制,export control\n"
    ours = base.replace("rare earths", "rare earths | REEs").replace("出口", "抛光粉,polishing powder\n出口")
    theirs = base.replace("export control\n", "export control\n实体清单,Entity List\n")
    assert merge(base, ours, theirs).data.decode() == ours + "实体清单,Entity List\n"


def test_two_new_files_are_merged_though_they_have_no_base(merge: Merge) -> None:
    found = merge("", HEADER + POWDER, HEADER + LIST + EARTHS)
    assert found.data.decode() == HEADER + POWDER + LIST + EARTHS


def test_a_file_emptied_by_one_loses_no_changes_of_the_other(merge: Merge) -> None:
    changed = BASE.replace("rare earths", "rare-earth elements")
    for found in (merge(BASE, "", changed), merge(BASE, changed, "")):
        assert [conflict.id for conflict in found.conflicts] == ["RE001"]
        assert found.data.decode().startswith(HEADER + "<<<<<<< ours\n")


def test_the_form_of_the_file_is_what_one_side_has_made_of_it() -> None:
    """Theirs comes from a spreadsheet: byte order mark, semicolons, other line ends."""
    saved = (HEADER + CONTROL + EARTHS).replace(",", ";").replace("\n", "\r\n").replace("earths;", "earths | REEs;")
    theirs = codecs.BOM_UTF8 + saved.encode()
    ours = before('MP001,抛光粉,"polishing; powder",,,proposed,\n', EARTHS)
    found = merged(Three(BASE.encode(), ours.encode(), theirs), Three("b", "o", "t"))
    row = 'MP001;抛光粉;"polishing; powder";;;proposed;\r\n'
    assert found == Merged(codecs.BOM_UTF8 + saved.replace("RE001", row + "RE001").encode())


def test_a_file_in_utf_16_and_one_without_a_last_line_end() -> None:
    base = BASE.removesuffix("\n").encode("utf-16")
    ours, theirs = (
        text.removesuffix("\n").encode("utf-16") for text in (before(POWDER, EARTHS), BASE + "TR001,关税,tariff,,,,\n")
    )
    expected = (before(POWDER, EARTHS) + "TR001,关税,tariff,,,,").encode("utf-16")
    assert merged(Three(base, ours, theirs), Three("b", "o", "t")).data == expected


def test_blank_lines_short_rows_and_rows_too_long_stay(merge: Merge) -> None:
    odd = HEADER + CONTROL + "\nRE001,稀土,rare earths\n,,,,,,\nTR001,关税,tariff,,,,,,beyond\n\n"
    ours = odd.replace("TR001", POWDER + "TR001")
    theirs = odd.replace('"export control"', "export control")
    expected = odd.replace('"export control"', "export control")
    found = merge(odd, ours.replace(POWDER, "TR000,原产地,origin,,,,\n"), theirs)
    assert found.data.decode() == expected.replace("TR001", "TR000,原产地,origin,,,,\nTR001")


def test_an_undecided_table_is_not_merged_again(merge: Merge) -> None:
    ours = BASE.replace(EARTHS, f"<<<<<<< ours\n{EARTHS}=======\n{EARTHS}>>>>>>> theirs\n")
    with pytest.raises(UnreadableFile, match=r"^ours\.csv:3:1: a conflict of an earlier merge; keep one row"):
        merge(BASE, ours, before(POWDER, EARTHS))


def test_what_is_no_table_is_refused_with_its_place(merge: Merge) -> None:
    with pytest.raises(UnreadableFile, match=r"^theirs\.csv:3:1: not a table"):
        merge(BASE, BASE + POWDER, BASE.replace('EC001,出口管制,"export control",', 'EC001,出口管制\nX,"ex"port,'))


IDS = [f"{letters}{number:03}" for letters in ("EC", "RE") for number in range(1, 5)]
WORDS = ["稀土", "抛光粉", "出口管制", "磁粉", "rare earths", "magnet {GB}", 'say "no"', "a, b", "two\nlines", ""]


@st.composite
def tables(draw: st.DrawFn, ids: list[str] = IDS) -> str:
    """Draw a sorted table, its cells quoted more often than they must be."""
    chosen = sorted(draw(st.sets(st.sampled_from(ids))))
    columns = ["zh-Hans", "en", "en:deprecated", "note"]
    lines = [["id", *columns]]
    lines += [[name, *(draw(st.sampled_from(WORDS)) for _ in columns)] for name in chosen]
    return "".join(",".join(_quoted(cell, draw(st.booleans())) for cell in line) + "\n" for line in lines)


def _quoted(cell: str, is_careful: bool) -> str:  # noqa: FBT001
    return '"' + cell.replace('"', '""') + '"' if is_careful or set(cell) & set('",\n') else cell


def of(base: str, ours: str, theirs: str) -> Merged:
    return merged(Three(base, ours, theirs).each(str.encode), Three("b", "o", "t"))


@given(tables(), tables())
def test_what_one_side_alone_has_changed_is_taken(base: str, changed: str) -> None:
    assert of(base, changed, base).data == changed.encode()
    assert of(base, base, changed).data == changed.encode()
    assert of(base, changed, changed).data == changed.encode()


@given(tables(), tables(), st.integers(0, 3))
def test_a_row_beside_others_changes_appears_and_nothing_else(base: str, changed: str, place: int) -> None:
    """The way through rows and cells says what the short cut says: theirs adds one row, ours anything else."""
    row = f"ZZ{place:03},新词,new word,,\n"
    assert of(base, changed, base + row).data == (changed + row).encode()
    assert of(base, base + row, changed).data == (changed + row).encode()


@given(tables(), tables(), tables())
def test_sides_may_be_exchanged_where_nothing_is_to_be_decided(base: str, ours: str, theirs: str) -> None:
    one, other = of(base, ours, theirs), of(base, theirs, ours)
    assert len(one.conflicts) == len(other.conflicts) or one.renumbered
    if not one.conflicts and not one.renumbered:
        first, second = (table.read(found.data, "g.csv", lambda _: None) for found in (one, other))
        assert diff(first, second) == []


@given(tables(), tables(), tables())
def test_no_term_of_either_side_is_lost_unless_one_has_deleted_it(base: str, ours: str, theirs: str) -> None:
    def said(text: bytes) -> set[str]:
        termbase = table.read(text, "g.csv", lambda _: None)
        return {term.text for concept in termbase for term in concept.terms}

    new = (said(ours.encode()) | said(theirs.encode())) - said(base.encode())
    assert new <= said(of(base, ours, theirs).data)


@given(tables(IDS[:4]), tables(IDS[4:]))
def test_new_tables_of_other_concepts_are_put_together(ours: str, theirs: str) -> None:
    header = ours.split("\n", 1)[0] + "\n"
    found = of("", ours, theirs)
    rows = theirs.split("\n", 1)[1]
    assert found == Merged((header + ours.removeprefix(header) + rows).encode())
