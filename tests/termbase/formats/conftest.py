"""The schemas of TBX, which are read in place and belong to no copy of this project."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
_SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.fixture
def corpora() -> Path:
    if not CORPORA.is_dir():
        pytest.skip("needs ../shared/corpora, which is no part of this repository")
    return CORPORA


@pytest.fixture
def failures_of(corpora: Path) -> Callable[[bytes], list[str]]:
    """Return every violation of the TBX core schema (RELAX NG) and of TBX-Basic, style DCA (Schematron)."""
    etree = pytest.importorskip("lxml.etree")
    pytest.importorskip("elementpath", reason="needs elementpath (extra “test”) for the Schematron rules")
    schemas = corpora / "schemas" / "tbx"
    core = etree.RelaxNG(etree.parse(schemas / "TBXcoreStructV03.rng"))
    rules = etree.parse(schemas / "TBX-Basic_DCA.sch").getroot()

    def failures(data: bytes) -> list[str]:
        root = etree.fromstring(data)
        core.validate(root)
        return [str(error) for error in core.error_log] + _broken(root, rules)

    return failures


def _broken(root: Any, rules: Any) -> list[str]:  # noqa: ANN401  lxml carries no types
    """Evaluate Schematron as far as these schemas use it: patterns of rules, whose contexts may be attributes."""
    from elementpath import XPath2Parser, XPathContext, get_node_tree  # noqa: PLC0415  may be absent

    parser = XPath2Parser(namespaces={ns.get("prefix"): ns.get("uri") for ns in rules.iter(f"{_SCHEMATRON}ns")})
    tree = get_node_tree(root)
    broken: list[str] = []
    for pattern in rules.iter(f"{_SCHEMATRON}pattern"):
        seen: set[int] = set()
        for rule in pattern.iter(f"{_SCHEMATRON}rule"):
            nodes = list(parser.parse(f"//{rule.get('context')}").select(XPathContext(tree)))
            asserts = [
                (parser.parse(f"boolean({one.get('test')})"), one.text) for one in rule.iter(f"{_SCHEMATRON}assert")
            ]
            for node in nodes:
                if id(node) not in seen:  # in a pattern, a node obeys the first rule that speaks of it
                    broken += [text for test, text in asserts if not test.evaluate(XPathContext(tree, item=node))]
            seen.update(map(id, nodes))
    return broken


HEADER = "id,subject_field,zh-Hans,zh-Hans:admitted,zh-Hans:deprecated,en,en:admitted,en:deprecated,part_of_speech,status,check,definition,note,source\n"  # noqa: E501
#: A concept with something in every cell, one that is right elsewhere, and one that shares its source with the first.
ROWS = (
    "EC001,trade,出口管制,出口管控,出口管理,export control,control of exports,export ban | export limit {soft},noun,,,"
    "Licensing of listed exports.,Not a ban.,Export Control Law\n"
    "RE001,,稀土,,,rare earths {US},,,,proposed,off,,,\n"
    "EC900,,出口管制,,,exit control,,,,,,,,\n"
)


@pytest.fixture
def concepts(termbase_of: Callable[[str], Termbase]) -> Termbase:
    return termbase_of(HEADER + ROWS)


@pytest.fixture
def sheet() -> Callable[[bytes], list[list[object]]]:
    """Read the one sheet of a workbook with another library than wrote it."""
    calamine = pytest.importorskip("python_calamine", reason="needs python-calamine (extra “xlsx”)")
    pytest.importorskip("xlsxwriter", reason="needs xlsxwriter (extra “xlsx”)")

    def read(data: bytes) -> list[list[object]]:
        rows: list[list[object]] = (
            calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        )
        return rows

    return read
