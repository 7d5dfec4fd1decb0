"""What the columns of somebody else's table, or the fields of a termbase, hold, judged by their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import ATTRIBUTES, Column, nearest
from zhengming.termbase.language import parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengming.termbase.formats.source import Sides
    from zhengming.termbase.language import Tag

__all__ = [
    "COMMENT",
    "FORBIDDEN",
    "TERM_INFO",
    "Role",
    "attribute",
    "given_roles",
    "is_header",
    "is_language_header",
    "language_named",
    "roles",
]

#: A column of yes and no, in which yes makes the terms of the row deprecated (Matecat, memoQ).
FORBIDDEN = "forbidden"
#: A column behind a term in which its properties are listed (memoQ's Term_Info).
TERM_INFO = "term_info"
#: A column of comments as this project writes them, ids at their end.
COMMENT = "comment"
#: What a column holds: terms, an attribute of the concept by its name, or one of the three above.
Role: TypeAlias = "Column | str"


def _table(lines: str) -> dict[str, str]:
    named = (line.split(":") for line in lines.strip().splitlines())
    return {name.strip(): meaning.strip() for meaning, names in named for name in names.split(",")}


_LANGUAGES = _table(
    """
    zh-Hans: chinese, simplified chinese, chinese simplified, mandarin, chs, cn
    zh-Hans: chinese prc, chinese china, chinese simplified prc, chinese simplified china, chinese simplified singapore
    zh-Hans: 中文, 汉语, 漢語, 华语, 简体, 简体中文, 中文简体, 简中
    zh-Hant: traditional chinese, chinese traditional, cht, 繁體, 繁体, 繁體中文, 繁体中文, 中文繁體, 繁中
    zh-Hant-TW: taiwan chinese, chinese taiwan, chinese traditional taiwan, tw, 台灣, 臺灣, 台湾
    zh-Hant-HK: hong kong chinese, chinese hong kong, chinese hong kong sar, chinese traditional hong kong sar, hk, 香港
    zh-Hant-MO: chinese macao sar, chinese traditional macao sar
    en: english, 英文, 英语, 英語
    en-US: american english, us english, english us, english united states, 美式英语, 美式英文
    en-GB: british english, uk english, english uk, english gb, english united kingdom, 英式英语, 英式英文
    ja: japanese, jp, 日文, 日语, 日語, 日本語
    ko: korean, kr, 韩文, 韩语, 韓語, 한국어
    fr: french, 法文, 法语, 法語, français
    de: german, 德文, 德语, 德語, deutsch
    es: spanish, 西班牙文, 西班牙语, español
    ru: russian, 俄文, 俄语, 俄語, русский
    pt: portuguese, 葡萄牙语, português
    it: italian, 意大利语, italiano
    vi: vietnamese, 越南语, tiếng việt
    id: indonesian, 印尼语, bahasa indonesia
    ar: arabic, 阿拉伯语, العربية
    """
)
_ATTRIBUTES = _table(
    """
    id: id, concept id, conceptid, entry id, entryid, term id, cid, 编号, 編號
    subject_field: subject field, subject, field, domain, category, concept domain, entry subject
    subject_field: 领域, 領域, 专业, 分类
    part_of_speech: part of speech, pos, word class, 词性, 詞性
    status: status, approval, term status, entry status, usage status, 状态, 狀態
    check: check
    definition: definition, concept definition, meaning, description, 定义, 定義, 释义, 解释
    note: note, notes, comment, comments, remark, remarks, usage, usage note, concept note, entry note, 备注, 備註, 注释
    source: source, reference, references, provenance, evidence, 来源, 來源, 出处, 出處
    confidence: confidence
    forbidden: forbidden, is forbidden, 禁用
    term_info: term info
    """
)
_SOURCE = frozenset({"source", "source term", "source text", "term", "original", "src", "原文", "术语", "術語"})
_TARGET = frozenset(
    {"target", "target term", "target text", "translation", "trg", "tgt", "译文", "譯文", "翻译", "译名"}
)
_NUMBERING = frozenset({"no", "no.", "nr", "nr.", "#", "序号", "序號"})
_STATUSES = (
    (
        re.compile(r"\b(deprecated|forbidden|avoid|wrong|do not use|not recommended)\b|禁用|错误|弃用"),
        AdministrativeStatus.DEPRECATED,
    ),
    (
        re.compile(r"\b(admitted|synonyms?|alternatives?|variants?|also)\b|同义词|同義詞|别名|又称"),
        AdministrativeStatus.ADMITTED,
    ),
)
#: Words beside a language that say nothing of it.
_IDLE = re.compile(r"\b(preferred|terms?|names?|text|translations?|headword)\b|首选|术语|術語|名称|名稱|译名|詞條|\d+$")
_CODE = re.compile(
    r"[a-z]{2}([-_ ][a-z]{4})?([-_ ]([a-z]{2}|\d{3}))?|chs|cht|zh[-_ ]ch[st]|zho|chi|cmn|eng", re.IGNORECASE
)


def roles(headers: Sequence[str], given: Mapping[str, str], sides: Sides) -> dict[int, Role]:
    """Return what each column holds, as far as it can be told; `given` says it for some, by name or number from 1.

    Raise InvalidSettings where `given` names no column or nothing that a column can hold.
    """
    names = [_plain(header) for header in headers]
    is_sided = any(name in _TARGET for name in names)
    found: dict[int, Role] = {}
    for index, name in enumerate(names):
        role = _role(name, sides, is_sided=is_sided)
        if role is not None:
            found[index] = role
    return found | given_roles(headers, given)


def given_roles(headers: Sequence[str], given: Mapping[str, str]) -> dict[int, Role]:
    """Return what the caller says that columns hold. Raise InvalidSettings as `roles` does."""
    return {_index(column, headers): _meant(meaning) for column, meaning in given.items()}


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[_()（）\[\]:：/,-]+", " ", header.strip().lower()).split())


def _role(name: str, sides: Sides, *, is_sided: bool) -> Role | None:
    if is_sided and name in _SOURCE:
        return sides.source and Column(sides.source, AdministrativeStatus.PREFERRED)
    if name in _TARGET:
        return sides.target and Column(sides.target, AdministrativeStatus.PREFERRED)
    if name in _NUMBERING:
        return None
    return _ATTRIBUTES.get(name) or _definition(name) or _of_language(name)


def _definition(name: str) -> str | None:
    """Return what memoQ's English_Def holds: a definition in a language."""
    named, _, last = name.rpartition(" ")
    return "definition" if last in {"def", "definition"} and _of_language(named) else None


def attribute(name: str) -> str | None:
    """Return which attribute of a concept a column or field of that name holds, or None."""
    return _ATTRIBUTES.get(_plain(name))


def language_named(name: str) -> Tag | None:
    """Return the language that people or programs call so: Chinese (PRC), English_United_States, 繁體中文."""
    found = _of_language(_plain(name))
    return found and found.language


def is_header(cell: str) -> bool:
    """Return whether a cell is what people write above a column."""
    name = _plain(cell)
    return name in _NUMBERING or name in _ATTRIBUTES or _definition(name) is not None or is_language_header(cell)


def is_language_header(cell: str) -> bool:
    """Return whether a cell is what people write above a column of terms."""
    name = _plain(cell)
    return name in _SOURCE or name in _TARGET or _of_language(name) is not None


def _of_language(name: str) -> Column | None:
    status = AdministrativeStatus.PREFERRED
    for pattern, meaning in _STATUSES:
        if pattern.search(name):
            name, status = pattern.sub(" ", name), meaning
            break
    rest = " ".join(_IDLE.sub(" ", name).split())
    tag = parse(_LANGUAGES.get(rest) or (rest.replace(" ", "-") if _CODE.fullmatch(rest) else ""))
    return None if tag is None else Column(tag, status)


def _index(column: str, headers: Sequence[str]) -> int:
    stripped = [header.strip() for header in headers]
    if column in stripped:
        return stripped.index(column)
    if column.isdecimal() and 1 <= int(column) <= len(headers):
        return int(column) - 1
    guess = nearest(column, stripped)
    named = ", ".join(filter(None, stripped)) or f"{len(headers)}, without names"
    hint = f"; did you mean “{guess}”?" if guess else f"; there are {named}"
    raise InvalidSettings(f"--map: no column “{column}”{hint}")


def _meant(meaning: str) -> Role:
    if meaning in {*ATTRIBUTES, FORBIDDEN, TERM_INFO, COMMENT}:
        return meaning
    name, _, status = meaning.partition(":")
    tag = parse(name)
    statuses = {member.value: member for member in AdministrativeStatus} | {"": AdministrativeStatus.PREFERRED}
    if tag is None or status not in statuses:
        others = ", ".join((*ATTRIBUTES, FORBIDDEN, TERM_INFO, COMMENT))
        known = f"a language (zh-Hans, en:admitted, en:deprecated) or one of {others}"
        raise InvalidSettings(f"--map: “{meaning}” is nothing that a column can hold; write {known}")
    return Column(tag, statuses[status])
