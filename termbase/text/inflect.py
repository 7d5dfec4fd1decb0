"""The forms an English word may take: inflection by rule and table, and British against American spelling.

Stemmers are no use here (Snowball takes "important" for "import"); lemmatisers with a lexicon cost half a second of
start-up. Rules that over-generate do no harm, since only the words of a termbase are ever asked about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhengming.termbase.text.irregular import NOUNS, PLURAL_ONLY, VERBS

__all__ = ["american", "lemmas", "noun_forms", "plural", "singular", "spellings", "verb_forms"]

_NOUN_LEMMAS = {form: lemma for lemma, forms in NOUNS.items() for form in forms}
_VERB_LEMMAS = {form: lemma for lemma, forms in VERBS.items() for form in forms}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_VOWEL_Y = re.compile(r"[aeiou]y$")
_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou]([bdgklmnprtvz])$")
_IN_OE = frozenset({"canoe", "foe", "hoe", "oboe", "shoe", "throe", "toe", "woe"})
_UNCOUNTABLE_END = re.compile(r"(?:ss|us|is|ics)$")


def noun_forms(word: str) -> set[str]:
    """Return singular and plural of a noun given in either."""
    base = singular(word)
    return {word, base, *_plurals(base)}


def plural(word: str) -> str | None:
    """Return the plural of a singular noun, or None if the word is no singular or English wavers between two."""
    forms = _plurals(word) if singular(word) == word else ()
    return forms[0] if len(forms) == 1 else None


def _plurals(word: str) -> tuple[str, ...]:
    if word in PLURAL_ONLY:
        return ()
    if word in NOUNS:
        return NOUNS[word]
    if word.endswith("y") and not _VOWEL_Y.search(word):
        return (word[:-1] + "ies",)
    if _SIBILANT.search(word):
        return (word + "es",)
    if word.endswith("o"):
        return (word + "s", word + "es")
    return (word + "s",)


def singular(word: str) -> str:
    """Return the singular of a folded noun; what looks like none stays as it is."""
    if word in NOUNS or word in PLURAL_ONLY:
        return word
    if word in _NOUN_LEMMAS:
        return _NOUN_LEMMAS[word]
    if len(word) < 4 or _UNCOUNTABLE_END.search(word) or not word.endswith("s"):  # noqa: PLR2004  gas, bus
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004  ties, dies
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")) or (word.endswith("oes") and word[:-1] not in _IN_OE):
        return word[:-2]
    return word[:-1]


def verb_forms(word: str) -> set[str]:
    """Return the forms of a verb given as infinitive."""
    forms = {word, *_plurals(word)}
    if word in VERBS:
        forms.update(VERBS[word])
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        stem = word[:-1]
        forms.update({word + "d", stem + "ing"})
    elif word.endswith("e"):  # guaranteed, guaranteeing
        forms.update({word + "d", word + "ing"})
    elif word.endswith("y") and not _VOWEL_Y.search(word):
        forms.update({word[:-1] + "ied", word + "ing"})
    else:
        forms.update({word + "ed", word + "ing"})
        if double := _DOUBLES.search(word):
            forms.update({word + double[1] + "ed", word + double[1] + "ing"})
    return forms


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """Return the words, in American spelling, that `word` (folded) may be a form of; itself always among them.

    Two words are taken for forms of one if their sets meet.
    """
    found = {word, singular(word)}
    if irregular := _VERB_LEMMAS.get(word):
        found.add(irregular)
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and re.search(r"[aeiouy]", stem) and len(stem) > 2:  # noqa: PLR2004  red, sing
            found.update({stem, stem + "e"})
            if stem.endswith("i"):
                found.add(stem[:-1] + "y")
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(map(american, found))


#: British on the left. A whole word, or an ending if it starts with a hyphen.
_BRITISH = {
    "aluminium": "aluminum", "caesium": "cesium", "aeroplane": "airplane", "ageing": "aging", "grey": "gray",
    "plough": "plow", "programme": "program", "cheque": "check", "judgement": "judgment", "mould": "mold",
    "moulding": "molding", "moulded": "molded", "smoulder": "smolder", "sceptic": "skeptic", "storey": "story",
    "tyre": "tire", "fulfil": "fulfill", "enrol": "enroll", "instalment": "installment", "skilful": "skillful",
    "wilful": "willful", "manoeuvre": "maneuver", "draught": "draft", "gauge": "gage", "artefact": "artifact",
    "transhipment": "transshipment", "tranship": "transship", "licence": "license", "practise": "practice",
    "defence": "defense", "offence": "offense", "pretence": "pretense",
}  # fmt: skip
_BRITISH_PLURALS = {british + "s": american + "s" for british, american in _BRITISH.items()}
_OUR = "arm behavi cand clam col demean endeav fav flav harb hon hum lab neighb od par rig rum sav savi spl tum val vap"
_TRE = "cen fib lit lus me sab scep spec thea cali sepul meag som"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"sulph"), "sulf"),
    (re.compile(rf"^(un|dis|mis|en|re|co|multi|)({'|'.join(_OUR.split())})our"), r"\1\2or"),
    (re.compile(rf"({'|'.join(_TRE.split())})tre(s|d)?$"), r"\1ter\2"),
    (re.compile(r"(lit|fib|calib|sab|somb)re(s?)$"), r"\1er\2"),
    (re.compile(r"([aeiou]l)l(ed|ing|er|ers|ation|ations)$"), r"\1\2"),
    (re.compile(r"yse(d|s|r|rs)?$"), r"yze\1"),
    (re.compile(r"ysing$"), r"yzing"),
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(catal|dial|anal|monol|prol)ogue(s?)$"), r"\1og\2"),
)  # fmt: skip


#: What a word must hold for any rule to apply; most words hold none of it.
_MARK = re.compile(r"sulph|our|[tb]re|ll|[iy]s|ogue")
_MARK_BACK = re.compile(r"sulf|or|[tb]er|l[ei]|[iy]z|og")


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """Return the American spelling of a folded word, or what the rules make of it: good for comparison only."""
    if word in _BRITISH:
        return _BRITISH[word]
    if word in _BRITISH_PLURALS:
        return _BRITISH_PLURALS[word]
    if not _MARK.search(word):
        return word
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


_BACK: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"sulf"), "sulph"),
    (re.compile(rf"^(un|dis|mis|en|re|co|multi|)({'|'.join(_OUR.split())})or"), r"\1\2our"),
    (re.compile(r"(cen|lus|spec|thea|me)ter(s?)$"), r"\1tre\2"),
    (re.compile(r"(lit|fib|calib|sab)er(s?)$"), r"\1re\2"),
    (re.compile(r"([^aeiou][aeiou]l)(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"(?<=[a-z]{3})iz(e|ed|es|er|ers|ing|ation|ations)$"), r"is\1"),
    (re.compile(r"yz(e|ed|es|er|ers|ing)$"), r"ys\1"),
    (re.compile(r"(catal|dial|anal|monol|prol)og(s?)$"), r"\1ogue\2"),
)
_AMERICAN = {american: british for british, american in (_BRITISH | _BRITISH_PLURALS).items()}


def spellings(word: str) -> set[str]:
    """Return the British and American spellings of a folded word, itself among them."""
    base = british = american(word)
    for pattern, replacement in _BACK if _MARK_BACK.search(base) else ():
        british = pattern.sub(replacement, british)
    return {word, base, british, _AMERICAN.get(base, base)}
