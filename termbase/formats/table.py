"""Termbases as tables: CSV (RFC 4180) and TSV with a column for each language and status."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term, Termbase
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.faults import MALFORMED_CELL
from zhengming.termbase.formats.columns import ATTRIBUTES, Column, cell_of, columns, nearest, terms_in
from zhengming.termbase.formats.markers import is_marker
from zhengming.termbase.formats.source import Row
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import COMMON, is_registered, parse
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.language import Tag

__all__ = ["cells", "decoded", "delimiter_of", "read", "read_rows", "rows", "write"]

_MOST_CELL = 1_000_000
#: A column that seems to be meant for one of these is told; of other languages nobody knows whether they are meant.
_USUAL = frozenset({"zh", "en"})


@dataclass(frozen=True, slots=True)
class _Layout:
    """What each column of one table holds."""

    headers: tuple[str, ...]
    languages: dict[int, Column]


def read(data: bytes, path: str, report: Callable[[Issue], None]) -> Termbase:
    """Read a CSV or TSV termbase; malformed cells are reported (G005) and left out, the rest is read.

    Raise UnreadableFile where the bytes are no text or no table, InvalidSettings where no column is a language.
    """
    lines = rows(decoded(data, path), path)
    return read_rows((Row(Location(path, Position(line, 1)), cells) for line, cells in lines), path, report)


def read_rows(lines: Iterator[Row], path: str, report: Callable[[Issue], None]) -> Termbase:
    """Read the rows of a termbase, the first of which names the columns."""
    place, headers = next(lines, Row(Location(path, Position(1, 1)), []))
    layout = _layout(headers, place, report)
    concepts: list[Concept] = []
    for location, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if is_marker(cells):
            report(_malformed(location, "a conflict of a merge; keep one row of the two, and delete the three markers"))
            continue
        if len(cells) != len(headers):
            problem = (
                f"{len(cells)} cells in a row of a table with {len(headers)} columns; quote cells that hold a comma"
            )
            report(_malformed(location, problem))
        concepts.append(_concept(cells, layout, location, report))
    return Termbase(tuple(concepts), (path,))


def decoded(data: bytes, path: str) -> str:
    """Return the text of a table in UTF-8 or, with a byte order mark, UTF-16. Raise UnreadableFile."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        problem = f"not {encoding.removesuffix('-sig').upper()} text; save it as UTF-8"
        raise UnreadableFile(Location(path, position), problem) from error


def delimiter_of(text: str) -> str:
    """Return what separates the cells: the first line, which names the columns, tells."""
    header = text.partition("\n")[0]
    return max(",\t;", key=header.count)


def rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it starts on. Raise UnreadableFile where it is no CSV."""
    csv.field_size_limit(_MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableFile(Location(path, Position(line, 1)), f"not a table: {error}") from error
        yield line, cells
        line = reader.line_num + 1


def _layout(headers: list[str], place: Location, report: Callable[[Issue], None]) -> _Layout:
    names = tuple(header.strip() for header in headers)
    languages = columns(names)
    if not languages:
        known = "id, zh-Hans, en, en:admitted, en:deprecated, …"
        raise InvalidSettings(
            f"{place}: no column is named for a language; a termbase has columns such as {known}; "
            "zhengming term import takes over tables of other makes"
        )
    spoken = {str(found.language) for found in languages.values()}
    present = {_header(found) for found in languages.values()}
    wanted = {*ATTRIBUTES, *(f"{tag}{status}" for tag in spoken for status in ("", ":admitted", ":deprecated"))}
    wanted -= present  # nobody misses what is there
    for index, found in languages.items():
        written = names[index].partition(":")[0]
        if not is_registered(found.language) or str(found.language) not in {written, *COMMON}:
            better = nearest(written, COMMON) or str(found.language)
            report(_malformed(place, f"column “{names[index]}” is not named as BCP 47 names a language; “{better}”?"))
    for index, name in enumerate(names):
        if names.index(name) != index:
            report(_malformed(place, f"two columns are named “{name}”; the second is ignored"))
        elif index in languages or name in ATTRIBUTES:
            continue
        elif (guess := _meant(name, wanted)) and guess not in present:
            report(_malformed(place, f"unknown column “{name}”; did you mean “{guess}”?"))
    return _Layout(names, {i: found for i, found in languages.items() if names.index(names[i]) == i})


def _meant(name: str, known: Iterable[str]) -> str | None:
    """Return what a column that holds no terms is probably named for by a slip: definiton, EN, eng, enn, CHS."""
    if guess := nearest(name, known):
        return guess
    written, colon, status = name.partition(":")
    tag = parse(written)
    if tag is not None and len(written) == len("enn") and written[:2] in _USUAL:
        tag = parse(written[:2])
    return f"{tag}{colon}{status}" if tag is not None and tag.language in _USUAL else None


def _concept(cells: list[str], layout: _Layout, location: Location, report: Callable[[Issue], None]) -> Concept:
    terms: list[Term] = []
    named: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for index, (name, cell) in enumerate(zip(layout.headers, cells, strict=False)):
        if index in layout.languages:
            for found in terms_in(cell, layout.languages[index]) if cell.strip() else ():
                if isinstance(found, Term):
                    terms.append(found)
                else:
                    report(_malformed(location, f"{name}: {found}"))
        elif name in ATTRIBUTES:
            named.setdefault(name, cell.strip())
        else:
            others.append((name, cell))
    if not named.get("id"):
        named["id"] = f"{PurePath(location.path).stem}:line-{location.start.line if location.start else 0}"
        if "id" in layout.headers:
            report(_malformed(location, "no id; each concept needs one that never changes"))

    def complain(problem: str) -> None:
        report(_malformed(location, problem))

    status = _choice(Standing, named.pop("status", ""), Standing.APPROVED, complain)
    check = _choice(Enforcement, named.pop("check", ""), Enforcement.STRICT, complain)
    return Concept(terms=tuple(terms), location=location, status=status, check=check, others=tuple(others), **named)


_Choice = TypeVar("_Choice", Standing, Enforcement)


def _choice(kind: type[_Choice], value: str, unset: _Choice, complain: Callable[[str], None]) -> _Choice:
    """Return the member of that value; what is no member demands least, so that a slip never raises alarms."""
    if not value:
        return unset
    try:
        return kind(value.lower())
    except ValueError:
        known = [member.value for member in kind]
        complain(f"“{value}” is none of {', '.join(known)}")
        return kind(known[-1])


def _malformed(location: Location, problem: str) -> Issue:
    return Issue(check=MALFORMED_CELL, severity=MALFORMED_CELL.severity, message=problem, location=location)


def write(concepts: Iterable[Concept], delimiter: str = ",") -> str:
    r"""Return the table of these concepts: the project's column order, `\n` at line ends, quotes only where needed."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(cells(concepts))
    return out.getvalue()


def cells(concepts: Iterable[Concept]) -> Iterator[list[str]]:
    """Yield the rows of the table of these concepts, the names of the columns first."""
    listed = list(concepts)
    met = dict.fromkeys(term.language for concept in listed for term in concept.terms)
    primary = list(dict.fromkeys(tag.language for tag in met))
    spoken = sorted(met, key=lambda tag: primary.index(tag.language))  # regional columns beside their language's
    kept = dict.fromkeys(name for concept in listed for name, _ in concept.others)
    of_terms = _language_headers(spoken, listed)
    headers = [*ATTRIBUTES[:2], *of_terms, *ATTRIBUTES[2:], *kept]
    yield headers
    for concept in listed:
        yield list(_cells(concept, headers, of_terms))


def _language_headers(spoken: Iterable[Tag], concepts: list[Concept]) -> dict[str, Column]:
    used = {(term.language, term.status) for concept in concepts for term in concept.terms}
    found: dict[str, Column] = {}
    for language in spoken:
        preferred, *others = (Column(language, status) for status in AdministrativeStatus)
        is_known = bool(columns([str(language)]))  # else a column of a status is the sign that it is a language
        found[_header(preferred)] = preferred
        found |= {_header(of): of for of in others if of in used or not is_known}
    return found


def _header(of: Column) -> str:
    return f"{of.language}" if of.status is AdministrativeStatus.PREFERRED else f"{of.language}:{of.status.value}"


def _cells(concept: Concept, headers: list[str], of_terms: dict[str, Column]) -> Iterator[str]:
    others = dict(concept.others)
    for header in headers:
        if header in ATTRIBUTES:
            value = getattr(concept, header)
            yield value.value if isinstance(value, (Standing, Enforcement)) else str(value)
        elif header in of_terms:
            yield cell_of(term for term in concept.terms if (term.language, term.status) == of_terms[header])
        else:
            yield others.get(header, "")
