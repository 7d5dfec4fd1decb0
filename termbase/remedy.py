"""Remedy: what is done against each cause of false alarms and misses, by name, so that its worth can be measured.

All are always in force; only `benchmarks.accuracy` leaves one out, to see what it buys. One that buys nothing is to go.
"""

from __future__ import annotations

from enum import StrEnum, unique

__all__ = ["EVERY_REMEDY", "Remedy"]


@unique
class Remedy(StrEnum):
    """A remedy; its value says what it does, for the tables of `docs/accuracy.md`."""

    # Which terms a text holds (termbase.match).
    LONGEST_MATCH = "the longest of overlapping terms is taken"
    SCRIPTS = "Traditional and Simplified characters are one"
    INFLECTION = "English plurals and verb forms"
    SPELLING = "British and American spelling; anti dumping, anti-dumping, antidumping"
    CASE = "abbreviations want their capitals, other terms do not"
    HIDING_WORDS = "a short term within another word (石墨 in 石墨烯) is none"
    QUALIFIED = "a deputy governor is no governor, non-tariff no tariff"
    # Which of them ask for a rendering (tmx.render).
    FREE_PHRASES = "where a soft phrase is rendered freely, the strict terms in it want their names"
    BORDER_COST = "a short term across the border of two words (国有 in 中国有) is none"
    NAMESAKES = "of concepts of one name, the one that is rendered speaks"
    # What stands for them in the target (tmx.render, tmx.loose).
    CLAIMED_WORDS = "a form within the rendering of a longer term is not this term's"
    LONGER_NAMES = "Unreliable Entity List does not stand for 实体清单"
    KIN = "another term of the field that the source does not speak of stands for this one"
    WORD_ORDER = "control of exports for export control; a few words between"
    PARTED = "的 or a few characters within a Chinese term"
    LOST_SPACES = "spaces that line breaks or extraction from PDF have damaged"
    VERBS = "the verb for its noun: transshipped through third countries"
    INITIALS = "the first letters in capitals: LTV ratio, HKMA"
    # How sure it is (tmx.render).
    SHORT_NAMES = "after the full name, “the Fund” may stand for it: a doubt"
    AGENTS = "磁体制造 in 磁体制造商 names who does it: a doubt"
    LONE_SINGULARS = "securities are not security: a doubt"
    SHARED_WORDS = "one word may serve two terms of a sentence: a doubt"


EVERY_REMEDY = frozenset(Remedy)
