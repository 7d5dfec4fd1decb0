"""For any termbase, each target is given a file that its judge accepts, and never a deprecated term to offer."""

from __future__ import annotations

import csv
import importlib
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats import table
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.targets import TARGETS
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from pathlib import Path

Sheet = Callable[[bytes], list[list[object]]]

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))
TAGS = [Tag("zh", "Hans"), Tag("zh", "Hant"), Tag("zh", "Hant", "HK"), Tag("en"), Tag("en", "", "GB"), Tag("fr")]
ODD = "\x00\x07\x0b\x1c\x85\u2028\ufffe\ufeff\t\n\r;,\"'#|/{}<>&=+-@✗锑𠮷é"
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(ODD), max_size=12),
    st.sampled_from(["出口管制", "export control", "=1+1", "_x0041_", "锑" * 400, "x" * 1_001]),
)
TERMS = st.builds(
    Term,
    TEXTS.filter(str.strip),
    st.sampled_from(TAGS),
    st.sampled_from(AdministrativeStatus),
    st.frozensets(st.sampled_from(["case", "soft", "unseen", "GB", "US", "old\x01"]), max_size=2),
)
CONCEPTS = st.builds(
    Concept,
    id=TEXTS.filter(bool),
    terms=st.lists(TERMS, max_size=6).map(tuple),
    location=st.just(Location("glossary.csv")),
    subject_field=TEXTS,
    part_of_speech=st.sampled_from(["", "noun", "phrase"]),
    status=st.sampled_from(Standing),
    check=st.sampled_from(Enforcement),
    definition=TEXTS,
    note=TEXTS,
    source=TEXTS,
)
TERMBASES = st.lists(CONCEPTS, min_size=1, max_size=5)
any_termbase = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def written(name: str, concepts: list[Concept]) -> bytes | None:
    """Return the file, or None where no concept was left and the format must have one."""
    try:
        data = TARGETS[name].write(concepts, ZH_EN, Losses())
    except InvalidSettings as error:
        assert "no concept is left" in str(error)  # noqa: PT017  half of the inputs are no error at all
        return None
    assert data == TARGETS[name].write(concepts, ZH_EN, Losses())  # the same bytes each time
    return data


def rightly_offered(concepts: list[Concept]) -> set[str]:
    return {" ".join(term.text.split()) for concept in concepts for term in concept.terms if term.is_allowed}


@any_termbase
@given(TERMBASES)
def test_deepl(concepts: list[Concept]) -> None:
    util = pytest.importorskip("deepl.util", reason="needs deepl (extra “test”)")
    data = written("deepl", concepts) or b""
    entries = util.convert_tsv_to_dict(data.decode())
    assert len(entries) == data.count(b"\n")
    assert all(len(text.encode()) <= 1024 for pair in entries.items() for text in pair)
    assert {text for pair in entries.items() for text in pair} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES, st.sampled_from(["google", "amazon"]))
def test_machine_translation_as_csv(concepts: list[Concept], name: str) -> None:
    rows = list(csv.reader(io.StringIO((written(name, concepts) or b"").decode(), newline=""), strict=True))
    if name == "amazon":
        assert rows.pop(0) == ["zh", "en"]
    assert len({source for source, _ in rows}) == len(rows)
    assert {cell for row in rows for cell in row} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES)
def test_memoq(concepts: list[Concept]) -> None:
    text = (written("memoq", concepts) or b"").decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert {len(row) for row in rows} <= {len(header)}
    terms = [i for i, column in enumerate(header) if i >= 10 and not column.endswith("_Def")]
    assert {row[i] for row in rows for i in terms} - {""} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES, st.sampled_from(["trados", "phrase", "microsoft"]))
def test_workbooks(sheet: Sheet, concepts: list[Concept], name: str) -> None:
    header, *rows = sheet(written(name, concepts) or b"")
    first = {"trados": 6, "phrase": 6, "microsoft": 0}[name]
    assert {len(row) for row in rows} <= {len(header)}
    terms = {term for row in rows for cell in row[first:] for term in str(cell).split("|")} - {""}
    assert terms <= {part for term in rightly_offered(concepts) for part in term.split("|")}


@any_termbase
@given(TERMBASES)
def test_matecat(sheet: Sheet, concepts: list[Concept]) -> None:
    header, *rows = sheet(written("matecat", concepts) or b"")
    assert header[0] == "Forbidden"
    assert {row[0] for row in rows} <= {"", True}
    assert {row[-1] for row in rows if row[0] == ""} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES)
def test_xlsx(sheet: Sheet, concepts: list[Concept]) -> None:
    assert sheet(written("xlsx", concepts) or b"") == list(table.cells(concepts))


@any_termbase
@given(TERMBASES)
def test_utx(concepts: list[Concept]) -> None:
    utx = pytest.importorskip("translate.storage.utx", reason="needs translate-toolkit (extra “test”)")
    data = written("utx", concepts) or b""
    units = utx.UtxFile(io.BytesIO(data)).units
    assert len(units) == data.count(b"\r\n") - 2
    assert {unit.target for unit in units if unit.metadata["term status"] != "forbidden"} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES)
def test_omegat(concepts: list[Concept]) -> None:
    omegat = pytest.importorskip("translate.storage.omegat", reason="needs translate-toolkit (extra “test”)")
    data = written("omegat", concepts) or b""
    units = omegat.OmegaTFileTab(io.BytesIO(data.partition(b"\n")[2])).units
    assert len(units) == data.count(b"\n") - 1
    assert {unit.target for unit in units} <= rightly_offered(concepts)


@any_termbase
@given(TERMBASES)
def test_weblate(concepts: list[Concept]) -> None:
    tbx = pytest.importorskip("translate.storage.tbx", reason="needs translate-toolkit (extra “test”)")
    if (data := written("weblate", concepts)) is not None:
        units = tbx.tbxfile.parsestring(data, sourcelanguage="zh-CN", targetlanguage="en").units
        offered = [one for unit in units for one in unit.get_target_terms() if one.administrative_status != "forbidden"]
        wrong = {t.text for c in concepts for t in c.terms if not t.is_allowed} - rightly_offered(concepts)
        assert wrong.isdisjoint(one.text for one in offered)


@any_termbase
@given(TERMBASES)
def test_tbx_3(failures_of: Callable[[bytes], list[str]], concepts: list[Concept]) -> None:
    if (data := written("tbx", concepts)) is not None:
        assert failures_of(data) == []


@any_termbase
@given(TERMBASES, st.sampled_from(["tbx-v2", "crowdin"]))
def test_tbx_2(corpora: Path, concepts: list[Concept], name: str) -> None:
    etree: Any = importlib.import_module("lxml.etree")
    schema = etree.DTD(corpora / "schemas" / "tbx" / "TBXcoreStructV02.dtd")
    if (data := written(name, concepts)) is not None:
        assert schema.validate(etree.fromstring(data)), schema.error_log


@any_termbase
@given(TERMBASES)
def test_multiterm(concepts: list[Concept]) -> None:
    etree: Any = importlib.import_module("lxml.etree")
    if (data := written("multiterm", concepts)) is not None:
        for entry in etree.fromstring(data):
            assert [child.tag for child in entry].index("languageGrp") >= 1
            for section in entry.iter("languageGrp"):
                assert set(section[0].attrib) == {"lang", "type"}
                assert [group[0].tag for group in section[1:]] == ["term"] * (len(section) - 1)
                statuses = section.findall("termGrp/descripGrp/descrip[@type='Status']")
                order = [["preferred", "admitted", "forbidden"].index(one.text) for one in statuses]
                assert order == sorted(order)


@any_termbase
@given(TERMBASES)
def test_llm(concepts: list[Concept]) -> None:
    text = (written("llm", concepts) or b"").decode()
    assert all(line.startswith("- ") for line in text.split("\n")[2:-1])
