"""A concept as an XML termbase describes it: what its data categories come to, whatever they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.formats.columns import LABELS
from zhengming.termbase.formats.source import Fault
from zhengming.termbase.formats.statuses import administrative, is_yes, settled, standing

if TYPE_CHECKING:
    from zhengming.termbase.formats.source import Gathered
    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location

__all__ = ["Entry"]

_LABEL = re.compile(r"[\w][\w .-]*")
_REGION = re.compile(r"[A-Z]{2}")
_OURS = "zhengming:"


@dataclass(slots=True)
class _Named:
    """A term while it is read."""

    text: str
    language: Tag
    status: AdministrativeStatus | None = None
    labels: set[str] = field(default_factory=set[str])

    @property
    def term(self) -> Term:
        return Term(self.text, self.language, self.status or AdministrativeStatus.PREFERRED, frozenset(self.labels))


@dataclass(slots=True)
class Entry:
    """What is known of a concept so far."""

    location: Location
    id: str
    faults: list[Fault]
    standing: Standing | None = None
    check: Enforcement = Enforcement.STRICT
    texts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    others: dict[str, str] = field(default_factory=dict[str, str])
    terms: list[_Named] = field(default_factory=list[_Named])
    term: _Named | None = None
    """The term that is spoken of; None where it is the concept."""

    def name(self, text: str, language: Tag) -> None:
        """Begin a term, of which is said what follows."""
        self.term = _Named(text, language)
        self.terms.append(self.term)

    def say(self, attribute: str, text: str) -> None:
        """Add to what is said of the concept: definition, note and the like."""
        said = self.texts.setdefault(attribute, [])
        if text and text not in said:
            said.append(text)

    def note(self, text: str) -> None:
        """Add a note; our own ones hold what the format has no place for: labels of a term, policy of a concept."""
        if not text.startswith(_OURS):
            self.say("note", text)
        elif self.term is not None:
            self.label(text.removeprefix(_OURS))
        else:
            self._obey(text.removeprefix(_OURS))

    def _obey(self, policy: str) -> None:
        for part in policy.split(";"):
            name, equals, value = (piece.strip() for piece in part.partition("="))
            if name == "status" and value in {member.value for member in Standing}:
                self.standing = Standing(value)
            elif name == "check" and value in {member.value for member in Enforcement}:
                self.check = Enforcement(value)
            elif name == "confidence":
                self.say(name, value)
            elif name and equals:
                self.others[name] = value

    def label(self, words: str) -> None:
        """Give the term labels, with commas between."""
        if self.term is not None:
            labels = (word.strip() for word in words.split(","))
            self.term.labels.update(label for label in labels if _LABEL.fullmatch(label))

    def usage(self, words: str) -> None:
        """Take labels and regions that stand in a field of usage for what they are, and other words for a note."""
        if all(word.strip() in LABELS or _REGION.fullmatch(word.strip()) for word in words.split(",")):
            self.label(words)
        else:
            self.say("note", words)

    def stands(self, word: str, location: Location) -> None:
        """Take a status, of whatever kind: of the term, or of the concept."""
        if not word:
            return
        status, vetted = administrative(word), standing(word)
        if self.term is not None and status is not None:
            self.term.status = status
        if vetted is not None:
            self.standing = vetted
        if vetted is None and (status is None or self.term is None):
            self.faults.append(Fault(location, f"“{word}” is no status that is known; it is left out"))

    def forbid(self, word: str) -> None:
        """Take the answer to whether the term is forbidden."""
        if is_yes(word) and self.term is not None:
            self.term.status = AdministrativeStatus.DEPRECATED

    def prefer(self, word: str) -> None:
        """Take the answer to whether the term is preferred; that it is forbidden counts for more."""
        if is_yes(word) and self.term is not None and self.term.status is None:
            self.term.status = AdministrativeStatus.PREFERRED

    def mind_case(self, word: str) -> None:
        """Take the answer to whether the letters of the term must be as written."""
        if is_yes(word) and self.term is not None:
            self.term.labels.add("case")

    def finish(self, found: Gathered, unsaid: Standing) -> None:
        """Add the concept, which is `unsaid` if nothing says whether it is vetted, to what is found."""
        if self.terms:
            found.concepts.append(self._concept(unsaid))
            found.rows.append([])
        else:
            found.faults.append(Fault(self.location, "an entry without a term; it is left out"))

    def _concept(self, unsaid: Standing) -> Concept:
        terms = settled((one.term, one.status is not None) for one in self.terms)
        return Concept(
            id=self.id,
            terms=terms,
            location=self.location,
            subject_field=self._first("subject_field"),
            part_of_speech=self._first("part_of_speech"),
            status=self.standing or unsaid,
            check=self.check,
            definition=self._all("definition"),
            note=self._all("note"),
            source=self._all("source"),
            confidence=self._first("confidence"),
            others=tuple(self.others.items()),
        )

    def _first(self, attribute: str) -> str:
        return next(iter(self.texts.get(attribute, ())), "")

    def _all(self, attribute: str) -> str:
        return " | ".join(self.texts.get(attribute, ()))
