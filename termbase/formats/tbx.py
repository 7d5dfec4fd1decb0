"""TBX-Basic (ISO 30042:2019, version 3), style DCA; what differs in version 2 is in tbx_v2.

What TBX-Basic has no category for (status, check, confidence, labels) stands in notes that begin with "zhengming:".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.xml_writer import UNWRITABLE, added, new, serialized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["EDITION", "TARGET", "Edition", "written"]

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PARTS_OF_SPEECH = frozenset({"noun", "verb", "adjective", "adverb", "other"})
_REGION = re.compile(r"[A-Z]{2}")
#: An XML name in letters that every edition of XML and every validator agrees on.
_LETTERS = "A-Za-z_\u4e00-\u9fa5"
_OTHER = re.compile(rf"[^{_LETTERS}\d.-]", re.ASCII)
_NAME = re.compile(rf"[{_LETTERS}][{_LETTERS}\d.-]*", re.ASCII)
_ORDER = list(AdministrativeStatus)


def _status(status: AdministrativeStatus) -> str:
    return f"{status.value}Term-admn-sts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The names that one edition of the standard gives to the same things."""

    root: str
    attributes: dict[str, str]
    header: str
    entry: str
    language: str
    term: str
    #: the language tags that readers of this edition understand
    tag: Callable[[Tag], str]
    namespace: str | None = None
    doctype: str | None = None
    constraints: str | None = None
    status: Callable[[AdministrativeStatus], str] = _status
    #: whether notes tell what only this project knows
    keeps_policy: bool = True
    #: attributes of a note
    note: dict[str, str] = field(default_factory=dict)
    #: readers that take the first term of a language for the right one must find none that has only wrong ones
    keeps_deprecated_alone: bool = True


def written(edition: Edition, concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    """Return the file. `lost` counts what the format has no place for. Raise InvalidSettings if nothing is left."""
    root = new(edition.root, edition.namespace, **edition.attributes)
    root.set(_LANGUAGE, "en")
    _add_header(root, edition)
    body = added(added(root, "text"), "body")
    ids: set[str] = set()
    for concept in concepts:
        _add_concept(body, concept, edition, languages, _Writing(lost, ids))
    if not len(body):
        raise InvalidSettings("no concept is left to export, and TBX must have one")
    return serialized(root, "UTF-8", edition.doctype)


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is known of the file so far."""

    lost: Losses
    ids: set[str]

    def text(self, text: str) -> str:
        """Return the text without the characters that XML cannot hold."""
        plain, count = UNWRITABLE.subn("", text)
        self.lost["control characters"] += count
        return plain

    def id(self, concept_id: str) -> str:
        """Return the id as XML wants it, a letter first, and no other concept's."""
        name = concept_id if _NAME.fullmatch(concept_id) else "c-" + _OTHER.sub("-", concept_id)
        while name in self.ids:
            name += "-"
        self.ids.add(name)
        self.lost["ids that XML does not allow (changed)"] += name != concept_id
        return name


def _add_header(root: _Element, edition: Edition) -> None:
    header = added(root, edition.header)
    description = added(header, "fileDesc")
    added(added(description, "sourceDesc"), "p", "Exported by zhengming")
    if edition.constraints is not None:
        added(added(header, "encodingDesc"), "p", edition.constraints, type="XCSURI")


def _add_concept(body: _Element, concept: Concept, edition: Edition, languages: Languages, writing: _Writing) -> None:
    sections = dict(_sections(concept, edition, languages, writing.lost))
    if not sections:
        writing.lost["concepts without a term"] += 1
        return
    entry = added(body, edition.entry, id=writing.id(concept.id))
    is_known = not concept.part_of_speech or concept.part_of_speech in _PARTS_OF_SPEECH
    writing.lost["parts of speech that TBX does not list (“other”)"] += not is_known
    if concept.subject_field:
        added(entry, "descrip", writing.text(concept.subject_field), type="subjectField")
    if concept.definition:
        added(entry, "descrip", writing.text(concept.definition), type="definition")
    if concept.source:
        added(entry, "admin", writing.text(concept.source), type="source")
    if concept.note:
        added(entry, "note", writing.text(concept.note), **edition.note)
    if edition.keeps_policy:
        added(entry, "note", writing.text(f"zhengming: {'; '.join(_policy(concept))}"))
    for language, terms in sections.items():
        section = added(entry, edition.language, **{_LANGUAGE: language})
        for term in sorted(terms, key=lambda term: _ORDER.index(term.status)):
            _add_term(added(section, edition.term), term, concept, edition, writing)


def _policy(concept: Concept) -> Iterator[str]:
    yield f"status={concept.status.value}"
    yield f"check={concept.check.value}"
    if concept.confidence:
        yield f"confidence={concept.confidence}"
    yield from (f"{name}={cell}" for name, cell in concept.others if cell)


def _sections(
    concept: Concept, edition: Edition, languages: Languages, lost: Losses
) -> Iterator[tuple[str, list[Term]]]:
    """Yield the terms by language, the source language first."""
    by_tag: defaultdict[str, list[Term]] = defaultdict(list)
    for term in sorted(concept.terms, key=lambda term: term.language.language != languages.source.language):
        by_tag[edition.tag(term.language)].append(term)
    for tag, terms in by_tag.items():
        if edition.keeps_deprecated_alone or any(term.is_allowed for term in terms):
            yield tag, terms
        else:
            lost["deprecated terms of a language that has no other term"] += len(terms)


def _add_term(section: _Element, term: Term, concept: Concept, edition: Edition, writing: _Writing) -> None:
    added(section, "term", writing.text(term.text))
    if concept.part_of_speech:
        is_known = concept.part_of_speech in _PARTS_OF_SPEECH
        added(section, "termNote", concept.part_of_speech if is_known else "other", type="partOfSpeech")
    regions = sorted(label for label in term.labels if _REGION.fullmatch(label))
    for region in regions:
        added(section, "termNote", region, type="geographicalUsage")
    added(section, "termNote", edition.status(term.status), type="administrativeStatus")
    if labels := sorted(term.labels.difference(regions)):
        added(section, "note", writing.text(f"zhengming: {', '.join(labels)}"))


_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
EDITION = Edition(
    root="tbx",
    attributes={"type": "TBX-Basic", "style": "dca"},
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    tag=str,
    namespace=_NAMESPACE,
)


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    return written(EDITION, concepts, languages, lost)


TARGET = Target("tbx", _write, (".tbx",))
