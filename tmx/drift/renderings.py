"""What a recurring phrase is rendered by: the usual words of the target, and the unusual ones in their place."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import bits, positions, starts
from zhengming.tmx.drift.phrases import recurring

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Bilingual, Phrase, Side

_LEAST = 4
_SAMPLE = 400
_LONGEST = 6
_NEAR = 4


class Drift(NamedTuple):
    phrase: Phrase
    usual: Phrase
    usual_count: int
    usual_units: tuple[int, ...]
    other: Phrase
    units: tuple[int, ...]
    score: float
    why: str = ""


class Usual(NamedTuple):
    phrase: Phrase
    units: int  # bitset
    likeness: float


def dice(one: int, other: int) -> float:
    total = one.bit_count() + other.bit_count()
    return 2 * (one & other).bit_count() / total if total else 0.0


class Drifts:
    def __init__(self, corpus: Bilingual) -> None:
        self.c = corpus
        self.size = len(corpus.source.units)
        self.keys = corpus.source.keys()
        self.tkeys = corpus.target.keys()
        self.dropped = Counter()

    def phi(self, a: int, b: int) -> float:
        n = self.size
        x, y, both = a.bit_count(), b.bit_count(), (a & b).bit_count()
        d = x * y * (n - x) * (n - y)
        return (n * both - x * y) / math.sqrt(d) if d > 0 else 0.0

    def find(self) -> Iterator[Drift]:
        self.phrases = recurring(self.c.source, 2)
        for phrase, units in self.phrases.items():
            if len(units) < _LEAST or not self.is_term(phrase):
                continue
            spoken = bits(units, self.size)
            usual = self.usual_rendering(phrase, units, spoken)
            if usual is None or usual.likeness < 0.5:
                continue
            yield from self.of(phrase, units, spoken, usual)

    def is_term(self, phrase):
        s = self.c.source
        text = [self.keys[n] for n in phrase]
        if text[0].isascii():
            return len(s.content(phrase)) > 1
        return (
            sum(map(len, text)) >= 3
            and len(text[0]) > 1
            and all(s.is_content(n) or k in "及和与" for n, k in zip(phrase, text))
        )

    def usual_rendering(self, phrase, units: array[int], spoken: int) -> Usual | None:
        """Return the target phrase that goes with a source phrase, found by counts alone."""
        s, target = self.c.source, self.c.target
        sample = units[:: len(units) // _SAMPLE + 1]
        counts = Counter(number for unit in sample for number in set(target.units[unit]))
        kin = {
            number
            for number, count in counts.items()
            if count >= max(3, 0.3 * len(sample))
            and target.is_content(number)
            and self.phi(spoken, target.bits(number)) >= 0.1
        }
        if not kin:
            return None
        able = {n for n, c in counts.items() if c >= max(3, 0.4 * len(sample)) and target.is_content(n)}
        tally: Counter[Phrase] = Counter()
        for unit in sample:
            tally.update(set(_windows(target.units[unit], kin | able)))
        likely = [(count, p) for p, count in tally.items() if count >= max(3, 0.4 * len(sample)) and kin & set(p)]
        scored = []
        for count, p in sorted(likely, key=lambda x: (-x[0], -len(x[1])))[:20]:
            where = bits(target.units_of(p), self.size)
            scored.append(Usual(p, where, dice(spoken, where)))
        if not scored:
            return None
        scounts = Counter(n for u in sample for n in set(s.units[u]))
        around = [n for n, c in scounts.items() if c >= 0.4 * len(sample) and n not in phrase and s.is_content(n)]
        top = max(scored, key=lambda u: (u.likeness, len(u.phrase)))
        if any(self.phi(s.bits(n), top.units) > self.phi(spoken, top.units) for n in around):
            self.dropped["around"] += 1
            return None
        best = top
        for u in scored:
            core = set(top.phrase)
            if (
                core <= set(u.phrase)
                and len(target.content(u.phrase)) > len(target.content(best.phrase))
                and u.likeness >= 0.75 * top.likeness
            ):
                if all(self.is_own(w, phrase, spoken, around) for w in target.content(u.phrase) if w not in core):
                    best = u
        return best

    def is_own(self, word, phrase, spoken, around):
        s = self.c.source
        tb = self.c.target.bits(word)
        inside = max(self.phi(spoken, tb), *(self.phi(s.bits(n), tb) for n in s.content(phrase)))
        return all(self.phi(s.bits(n), tb) <= inside for n in around)

    def of(self, phrase, units, spoken, usual):
        s, target = self.c.source, self.c.target
        count = (spoken & usual.units).bit_count()
        share = count / len(units)
        if share < 0.5 or count < 3:
            return
        # neighbours of the phrase where it is rendered as usual
        left, right = Counter(), Counter()
        for u in positions(spoken & usual.units):
            for side, c in zip(self.neighbours(u, phrase), (left, right)):
                c.update(side)
        fixed = [
            next((x for x, c in co.items() if x and c >= 0.75 * count and s.is_content(x)), 0) for co in (left, right)
        ]
        missing = [
            u for u in positions(spoken & ~usual.units) if not self.stands_loosely(target.units[u], usual.phrase)
        ]
        found = defaultdict(list)
        notes = {}
        for u in missing:
            if self.is_other_term(u, phrase, usual):
                self.dropped["other term"] += 1
                continue
            if any(x and x not in near for x, near in zip(fixed, self.neighbours(u, phrase))):
                self.dropped["fixed"] += 1
                continue
            for sub in self.substitutes(target.units[u], usual.phrase):
                conf = self.confidence(phrase, usual, sub, u)
                if conf > 0:
                    found[sub[1]].append((u, conf))
                    notes[sub[1]] = self.note
        for other, hits in found.items():
            conf = max(c for _, c in hits)
            score = share * math.log(1 + len(units)) * conf * 2
            yield Drift(
                phrase,
                usual.phrase,
                count,
                tuple(positions(spoken & usual.units))[:5],
                other,
                tuple(u for u, _ in hits),
                score,
                "one word " + notes[other],
            )

    def neighbours(self, u, phrase):
        unit = self.c.source.units[u]
        l, r = set(), set()
        for at in starts(unit, phrase):
            end = at + len(phrase)
            l.add(unit[at - 1] if at else 0)
            r.add(unit[end] if end < len(unit) else 0)
        return l, r

    def is_other_term(self, u, phrase, usual):
        """Whether the phrase is, in this unit, part of a longer one that has a rendering of its own."""
        l, r = self.neighbours(u, phrase)
        c = self.c.source.is_content
        for longer in [(x, *phrase) for x in l if c(x)] + [(*phrase, x) for x in r if c(x)]:
            where = self.phrases.get(longer)
            if where is None:
                continue
            where = bits(where, self.size)
            if where.bit_count() >= 3 and (where & usual.units).bit_count() / where.bit_count() < 0.4:
                return True
        return False

    def stands_loosely(self, unit, phrase):
        want = set(self.c.target.content(phrase))
        size = len(phrase) + _NEAR
        for at, number in enumerate(unit):
            if number in want and want <= set(unit[at : at + size]):
                return True
        return False

    def substitutes(self, unit, phrase):
        """Windows with one content word different: place, window, new words, kept words."""
        t = self.c.target
        size = len(phrase)
        text = self.text(phrase)
        if text.isascii():
            for at in range(len(unit) - size + 1):
                window = unit[at : at + size]
                differ = [i for i in range(size) if window[i] != phrase[i]]
                if len(differ) == 1:
                    i = differ[0]
                    if t.is_content(window[i]) and t.is_content(phrase[i]) and len(t.content(phrase)) > 1:
                        yield (
                            at,
                            tuple(window),
                            (window[i],),
                            tuple(w for w in window if w != window[i] and t.is_content(w)),
                            phrase[i],
                        )
            return
        if len(text) < 3:
            return
        keys = self.tkeys
        for at in range(len(unit)):
            joined = ""
            for end in range(at + 1, min(len(unit), at + len(phrase) + 3) + 1):
                number = unit[end - 1]
                if not number:
                    break
                joined += keys[number]
                if len(joined) < len(text) - 1:
                    continue
                if len(joined) > len(text) + 2:
                    break
                if not (t.is_content(unit[at]) and t.is_content(number)):
                    continue
                p = common(joined, text)
                q = min(common(joined[::-1], text[::-1]), min(len(joined), len(text)) - p)
                if p + q < max(2, len(text) / 2):
                    continue
                old, new = text[p : len(text) - q], joined[p : len(joined) - q]
                if (
                    not old
                    or not new
                    or all(k in "的" for k in new)
                    or within(old, new)
                    or within(new, old)
                    or within(joined, text)
                ):
                    continue
                if abs(len(old) - len(new)) > 2:
                    continue
                fresh, kept, place = [], [], 0
                for w in unit[at:end]:
                    k = keys[w]
                    (fresh if place < p + len(new) and place + len(k) > p else kept).append(w)
                    place += len(k)
                yield at, tuple(unit[at:end]), tuple(fresh), tuple(w for w in kept if t.is_content(w)), None

    def text(self, phrase):
        return "".join(self.tkeys[n] for n in phrase)

    def confidence(self, phrase, usual, sub, unit):
        s, t = self.c.source, self.c.target
        at, other, fresh, kept, old = sub
        self.note = ""
        if old in other:
            return 0
        if any(w in usual.phrase for w in fresh):
            return 0
        mine = s.content(phrase)
        origins = {max(mine, key=lambda n: self.phi(s.bits(n), t.bits(w))) for w in kept}
        own = [n for n in mine if n not in origins] or mine
        su, tu = s.units[unit], t.units[unit]
        covered = set()
        for at in starts(su, phrase):
            covered.update(range(at, at + len(phrase)))
        outside_tokens = {n for k, n in enumerate(su) if k not in covered and s.is_content(n)}
        me = 1 << unit
        conf = 1.0
        self.note = ""
        for w in fresh:
            if not t.is_content(w):
                continue
            tb = t.bits(w) & ~me
            inside = max((self.tie(s.bits(n) & ~me, tb) for n in own), default=0)
            outside = max((self.tie(s.bits(n) & ~me, tb) for n in outside_tokens), default=0)
            self.note += f"in {inside:.2f} out {outside:.2f} df {tb.bit_count()} "
            if outside > inside:
                return 0
            if not inside:
                if tb.bit_count() > 10:
                    return 0
                conf = min(conf, 0.6 if tb.bit_count() < 2 else 0.5)
        rivals = [
            w
            for w in kept
            if (o := max(mine, key=lambda n: self.phi(s.bits(n), t.bits(w)))) in outside_tokens
            and tu.count(w) < su.count(o)
        ]
        self.note += f"rivals {len(rivals)}"
        if rivals and conf < 1:
            return 0
        return conf

    def tie(self, a, b):
        both = (a & b).bit_count()
        x, y = a.bit_count(), b.bit_count()
        if both < 2 or both < 0.2 * x or both < 0.4 * y:
            return 0.0
        phi = self.phi(a, b)
        return phi if phi >= 0.25 else 0.0


def common(one, other):
    n = 0
    for a, b in zip(one, other):
        if a != b:
            break
        n += 1
    return n


def within(short, long):
    it = iter(long)
    return all(c in it for c in short)


def _windows(unit: array[int], kin: set[int]) -> Iterator[Phrase]:
    for start, number in enumerate(unit):
        if number in kin:
            for end in range(start + 1, min(len(unit), start + _LONGEST) + 1):
                if not unit[end - 1]:
                    break
                if unit[end - 1] in kin:
                    yield tuple(unit[start:end])
