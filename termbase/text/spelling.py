"""British and American spelling, where one is certain to answer the other word for word.

Left alone are words that mean something else across the ocean (programme, cheque, tyre, storey, draught), that differ
by part of speech (practise) and what both allow: sulfur is what chemists write in Britain too, -ize what Oxford does.
"""

from __future__ import annotations

import re

__all__ = ["VARIETIES", "respelled"]

#: What a project may ask for.
VARIETIES = ("any", "en-GB", "en-US")

#: British, American: whole words.
_WORDS = dict(
    pair.split()
    for pair in (
        "aluminium aluminum | caesium cesium | grey gray | ageing aging | plough plow | artefact artifact | "
        "sceptical skeptical | sceptic skeptic | mould mold | moulds molds | moulding molding | moulded molded | "
        "manoeuvre maneuver | manoeuvres maneuvers | instalment installment | instalments installments | "
        "fulfil fulfill | fulfils fulfills | fulfilment fulfillment | enrolment enrollment | skilful skillful | "
        "judgement judgment | judgements judgments | transhipment transshipment | transhipments transshipments | "
        "tranship transship | transhipped transshipped | defence defense | defences defenses | offence offense | "
        "offences offenses | licence license | licences licenses | metre meter | metres meters | litre liter | "
        "litres liters | centre center | centres centers | fibre fiber | fibres fibers | theatre theater | "
        "catalogue catalog | catalogues catalogs | analogue analog | dialogue dialog | analyse analyze | "
        "analysed analyzed | analysing analyzing | catalyse catalyze | catalysed catalyzed | electrolyse electrolyze | "
        "labelled labeled | labelling labeling | modelled modeled | modelling modeling | fuelled fueled | "
        "cancelled canceled | cancelling canceling | channelled channeled | travelled traveled | "
        "travelling traveling | levelled leveled | signalled signaled | totalled totaled | "
        "jewellery jewelry | calibre caliber"
    ).split(" | ")
)
_BACK = {american: british for british, american in _WORDS.items()}
#: Of these the American spelling is British too, in another part of speech or sense.
_BOTH = frozenset("license licenses meter meters catalog catalogs analog dialog".split())
_OUR = re.compile(
    r"\b(un|dis|mis|en|re|co|multi|)(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|rum|sav|splend|tum|vap)our"
)
_OR = re.compile(
    r"\b(un|dis|mis|en|re|co|multi|)(arm|behavi|endeav|fav|flav|harb|neighb|rum|splend|tum|col|lab)or"
    r"(?=s?\b|ed\b|ing\b|able\b|ite\b|hood\b|y\b|al\b)"
)
#: British usage knows both; American only -ize. In verbs of other origin (supervise, enterprise) the s is their own.
_ISATION = re.compile(r"(?<=[a-z]{3})(?<!improv)isation(?=s?\b|al\b)")
_ISE = re.compile(
    r"\b((?:un|re|de|dis|)(?:organ|real|recogn|author|util|special|minim|maxim|optim|industrial|commercial|stabil|"
    r"standard|normal|liberal|neutral|magnet|ion|oxid|character|categor|global|priorit|final|central|local))"
    r"is(?=e\b|es\b|ed\b|er\b|ers\b|ing\b)"
)
_SULPH = re.compile(r"sulph")


def respelled(text: str, variety: str) -> str:
    """Return an English text in the spelling of that variety, its capitals as they were."""
    if variety == "en-GB":
        return _OR.sub(r"\1\2our", _each_word(text, _BACK, _BOTH)) if text.islower() else _lettered(text, variety)
    if variety == "en-US":
        if not text.islower():
            return _lettered(text, variety)
        text = _OUR.sub(r"\1\2or", _each_word(text, _WORDS, frozenset()))
        return _ISE.sub(r"\1iz", _ISATION.sub("ization", _SULPH.sub("sulf", text)))
    return text


def _each_word(text: str, words: dict[str, str], kept: frozenset[str]) -> str:
    return re.sub(r"[a-z]+", lambda match: match[0] if match[0] in kept else words.get(match[0], match[0]), text)


def _lettered(text: str, variety: str) -> str:
    """Return a text with capitals in another spelling: each word as it was, in capitals or with one."""
    return re.sub(r"[^\W\d_]+", lambda match: _as_written(match[0], variety), text)


def _as_written(word: str, variety: str) -> str:
    other = respelled(word.lower(), variety) if word.isascii() else word
    if other == word.lower():
        return word
    return other.upper() if word.isupper() and len(word) > 1 else other.capitalize() if word[0].isupper() else other
