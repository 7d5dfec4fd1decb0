"""Language tags (BCP 47), and the spellings of them that real files carry: zh_CN, ZHO-CN, CHS, cmn, EN-US."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["COMMON", "Tag", "agree", "is_registered", "parse"]

#: Tags that many people write; what looks like one of them was probably meant to be it.
COMMON = tuple("zh-Hans zh-Hant zh-Hans-CN zh-Hant-TW zh-Hant-HK en en-GB en-US de es fr it ja ko pt ru vi".split())

#: Microsoft's old codes. langcodes reads zh-CHT as Simplified, so they never reach it.
_LEGACY = {"chs": "zh-Hans", "zh-chs": "zh-Hans", "cht": "zh-Hant", "zh-cht": "zh-Hant", "x-zh": "zh"}
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_PLAIN = re.compile(r"([a-z]{2})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
#: ISO 639-1, without what BCP 47 has replaced (iw, in, sh …). Other codes need langcodes.
_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en"
    " eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja"
    " jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb"
    " nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq"
    " sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)


class Tag(NamedTuple):
    """A language tag in canonical case and codes; script and region are "" where the tag has none.

    Chinese always carries a script (RFC 5646 §4.1 leaves it open; the file's region decides, then Simplified).
    """

    language: str
    script: str = ""
    region: str = ""
    #: the tag was spelled so that BCP 47 knows it
    is_standard: bool = True

    def __str__(self) -> str:
        return "-".join(filter(None, (self.language, self.script, self.region)))


@lru_cache(maxsize=512)
def parse(text: str) -> Tag | None:
    """Return the tag that `text` stands for, or None if no language can be made of it."""
    written = text.strip()
    tag = written.replace("_", "-")
    if legacy := _LEGACY.get(tag.lower()):
        found = parse(legacy)
        return found and found._replace(is_standard=False)
    plain = _PLAIN.fullmatch(tag)
    if plain and plain[1].lower() in _TWO_LETTERS:
        language, script, region = plain[1].lower(), (plain[2] or "").title(), (plain[3] or "").upper()
        standard = "_" not in written
    else:
        import langcodes  # noqa: PLC0415  odd tags are rare and the import is not free

        try:
            given = langcodes.Language.get(tag, normalize=False)
            normal = langcodes.Language.get(langcodes.standardize_tag(tag, macro=True))
        except ValueError:  # LanguageTagError is one
            return None
        if not normal.language or not normal.is_valid():
            return None
        language, script, region = normal.language, normal.script or "", normal.territory or ""
        # ISO 639-2 codes (chi, zho) where a two-letter code exists are not BCP 47 (RFC 5646 §2.2.1).
        standard = "_" not in written and (len(language) == len(given.language or "") or given.language == "cmn")
    if language == "zh" and not script:
        script = "Hant" if region in _TRADITIONAL_REGIONS else "Hans"
    return Tag(language, script, region, standard)


def is_registered(tag: Tag) -> bool:
    """Return whether the registry of BCP 47 knows the parts of a tag that is well formed: Hnas is no script."""
    if str(tag) in COMMON or (not tag.script and not tag.region):
        return True
    import langcodes  # noqa: PLC0415  the common ones need none of it

    return langcodes.Language.make(tag.language, script=tag.script or None, territory=tag.region or None).is_valid()


def agree(wanted: Tag, found: Tag) -> bool:
    """Return whether text in `found` may serve where `wanted` was asked for.

    Scripts must be equal where both are known; a region asked for must not be contradicted.
    """
    return (
        wanted.language == found.language
        and (not wanted.script or not found.script or wanted.script == found.script)
        and (not wanted.region or not found.region or wanted.region == found.region)
    )
