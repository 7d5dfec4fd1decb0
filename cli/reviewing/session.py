"""Session: card after card, a key each; every decision is on disk before the next card is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhengming.cli.deciding.decision import Action, Decision
from zhengming.cli.deciding.desk import Outdated
from zhengming.cli.report.cells import shown
from zhengming.cli.reviewing.cards import one_by_one
from zhengming.cli.reviewing.choices import choices
from zhengming.cli.reviewing.screen import HELP, card_lines, concordance, key_lines
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.cli.deciding.carrier import Carrier
    from zhengming.cli.deciding.desk import Desk
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.cli.reviewing.cards import Card
    from zhengming.cli.reviewing.keys import Keys

__all__ = ["Reading", "Session"]

_ACTIONS = {"f": Action.FIX, "a": Action.ADMIT, "d": Action.DEPRECATE, "o": Action.OTHER, "i": Action.IGNORE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reading of all files has found, and who carries out what is decided of it."""

    cards: tuple[Card, ...]
    result: Result
    carrier: Carrier
    desk: Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """Where the session is; undo goes back to the one before."""

    reading: Reading
    cards: tuple[Card, ...]
    position: int = 0
    skipped: frozenset[str] = frozenset()
    texts: frozenset[tuple[str, str]] = frozenset()
    """Texts that decisions have changed since the reading, and below concepts: what was found of them may be gone."""
    concepts: frozenset[str] = frozenset()
    steps: int = 0
    """How many steps of the desk the decision took that was made here."""

    @property
    def card(self) -> Card | None:
        return self.cards[self.position] if self.position < len(self.cards) else None

    @property
    def must_read(self) -> bool:
        """Whether all files are to be read again: before a card that a decision bears on, and in the end."""
        if not (self.texts or self.concepts):
            return False
        card = self.card
        return card is None or bool(card.texts & self.texts) or (card.concept and card.concept.id) in self.concepts


class Session:
    """Shows cards and carries out what is answered. `read` reads all files, also after decisions that bear on more."""

    def __init__(self, read: Callable[[], Reading], page: Page, keys: Keys) -> None:
        self._read = read
        self._page = page
        self._keys = keys
        self._history: list[_State] = []
        reading = read()
        self._state = _State(reading=reading, cards=reading.cards)

    @property
    def reading(self) -> Reading:
        """What the last reading found."""
        return self._state.reading

    @property
    def decisions(self) -> int:
        """How many decisions have been made and not taken back."""
        return sum(state.steps > 0 for state in self._history)

    def run(self) -> None:
        """Go on until all is decided or skipped, or `q`. EOFError: nobody answers. Outdated: a file has changed."""
        while (card := self._next()) is not None or self._is_taken_back():
            if card is None:
                continue
            state = self._state
            self._say(card_lines(card, state.position + 1, len(state.cards), self._page))
            while self._state is state:
                if self._answered(card):
                    return

    def _is_taken_back(self) -> bool:
        """Ask at the end, if anything was decided, whether the last decision is to be taken back, and do it."""
        if not self.decisions:
            return False
        self._say(["That was the last one.  [u]ndo  [q]uit"])
        while (key := self._keys.key().lower()) != "q":
            if key == "u":
                self._undo()
                return True
        return False

    def _next(self) -> Card | None:
        state = self._state
        if state.must_read:
            reading = self._read()
            left = tuple(card for card in reading.cards if not state.skipped.issuperset(card.fingerprints))
            self._state = state = _State(reading=reading, cards=left, skipped=state.skipped)
        return state.card

    def _answered(self, card: Card) -> bool:
        """Ask for a key and do what it says; return whether that was to quit."""
        is_own = card.concept is not None and self._state.reading.carrier.is_own(card.concept)
        offered = choices(card, is_own=is_own)
        self._say(key_lines(offered, self._page, can_undo=bool(self._history)))
        key = self._keys.key().lower()
        match key:
            case "q":
                return True
            case "?":
                self._say(HELP)
            case "s":
                skipped = self._state.skipped.union(card.fingerprints)
                self._go_on(replace(self._state, position=self._state.position + 1, skipped=skipped), 0)
            case "u" if self._history:
                self._undo()
            case "c" if key in offered and card.use:
                self._say(concordance(card.use, self._page))
            case "p" if key in offered:
                at = self._state.position
                single = one_by_one(card, self._state.reading.result)
                several = self._state.cards[:at] + single + self._state.cards[at + 1 :]
                self._state = replace(self._state, cards=several)
            case _ if key in offered:
                self._decide(card, key)
            case _:
                self._say(["no such choice here; ? for help"])
        return False

    def _decide(self, card: Card, key: str) -> None:
        desk = self._state.reading.desk
        before = desk.steps
        try:
            done = self._carried(card, key)
            if done:
                desk.save()
        except Outdated:
            raise
        except ZhengmingError as error:
            _take_back(desk, desk.steps - before)
            self._say([shown(str(error), self._page.encoding)])
            return
        if done:
            self._say([shown(line, self._page.encoding) for line in dict.fromkeys(done)])
            self._go_on(_after(self._state, card, key), desk.steps - before)

    def _carried(self, card: Card, key: str) -> list[str]:
        """Ask the desk for what is decided, and return it in words; nothing where the person thought better of it."""
        carrier = self._state.reading.carrier
        if key == "f":
            return [carrier.replace(card.changes)]
        if key == "e":
            return self._edited(card)
        if card.is_mixed and key in "ai" and card.concept:
            reason = "both renderings are right" if key == "a" else self._keys.line("reason: ")
            return [carrier.let_stand(card.first.check.code, card.concept.id, reason)] if reason.strip() else []
        text = reason = ""
        if key in "ad" and not card.first.found:
            text = self._words(card)
        if key == "i":
            reason = self._keys.line("reason: ").strip()
        if (key == "i" and not reason) or (key in "ad" and not (text or card.first.found)):
            return []
        names = card.fingerprints[:1] if key in "ad" else card.fingerprints
        made = (Decision(fingerprint=name, action=_ACTIONS[key], text=text, reason=reason) for name in names)
        return [carrier.carry(one, [i for i in card.issues if i.fingerprint == one.fingerprint]) for one in made]

    def _words(self, card: Card) -> str:
        words = self._keys.line("which words of the translation: ").strip()
        target = card.first.passage.target if card.first.passage else ""
        if words and words.casefold() not in target.casefold():
            raise ZhengmingError(f"“{words}” is not in the translation")
        return words

    def _edited(self, card: Card) -> list[str]:
        old = card.first.passage.target if card.first.passage else ""
        new = self._keys.line("text: ", old)
        if not new.strip() or new == old:
            return []
        return [self._state.reading.carrier.rewrite(issue, new) for issue in card.issues]

    def _go_on(self, state: _State, steps: int) -> None:
        self._history.append(replace(self._state, steps=steps))
        self._state = state

    def _undo(self) -> None:
        state = self._history.pop()
        _take_back(state.reading.desk, state.steps)
        state.reading.desk.save()
        self._state = replace(state, steps=0)
        self._say(["undone" if state.steps else "back to the card that was skipped"])

    def _say(self, lines: Iterable[str]) -> None:
        self._page.write("".join(f"{line}\n" for line in lines))
        self._page.stream.flush()


def _after(state: _State, card: Card, key: str) -> _State:
    """Return the state after a decision, with what that bears on."""
    texts = state.texts | card.texts if key in "fe" else state.texts
    bears = card.concept is not None and (key in "fead" or card.is_mixed)
    concepts = state.concepts | {card.concept.id} if bears and card.concept else state.concepts
    return replace(state, position=state.position + 1, texts=texts, concepts=concepts)


def _take_back(desk: Desk, steps: int) -> None:
    for _ in range(steps):
        desk.take_back()
