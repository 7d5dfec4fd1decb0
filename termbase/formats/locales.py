"""What tools call languages: zh-CN where the termbase says zh-Hans, and their English names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengming.termbase.language import Tag

__all__ = ["locale", "name", "plain_name"]

_NAMES = {
    "ar": "Arabic", "cs": "Czech", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_REGIONS = {
    "AT": "Austria", "AU": "Australia", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "CN": "PRC",
    "CZ": "Czech Republic", "DE": "Germany", "ES": "Spain", "FR": "France", "GB": "United Kingdom",
    "HK": "Hong Kong SAR", "ID": "Indonesia", "IN": "India", "IT": "Italy", "JP": "Japan", "KR": "Korea",
    "MO": "Macao SAR", "MX": "Mexico", "NL": "Netherlands", "PL": "Poland", "PT": "Portugal", "RU": "Russia",
    "SG": "Singapore", "TH": "Thailand", "TR": "Turkey", "TW": "Taiwan", "UA": "Ukraine", "US": "United States",
    "VN": "Vietnam",
}  # fmt: skip
_SCRIPTS = {"Hans": "Simplified", "Hant": "Traditional"}


def locale(language: Tag) -> str:
    """Return language and region, the likeliest region where the tag has none: zh-CN, zh-TW, en-US."""
    return "-".join(filter(None, (language.language, _region(language))))


def name(language: Tag) -> str:
    """Return the name that Windows and Trados give it: Chinese (Simplified, PRC); the locale if it is none of ours."""
    region = _REGIONS.get(_region(language))
    if region is None or language.language not in _NAMES:
        return locale(language)
    parts = [_SCRIPTS[language.script], region] if language.language == "zh" else [region]
    return f"{_NAMES[language.language]} ({', '.join(parts)})"


def plain_name(language: Tag) -> str:
    """Return the name without a script: Chinese (PRC)."""
    return name(language).replace("(Simplified, ", "(").replace("(Traditional, ", "(")


def _region(language: Tag) -> str:
    if language.region:
        return language.region
    import langcodes  # noqa: PLC0415  the import is not free

    return langcodes.Language.make(language.language, script=language.script or None).maximize().territory or ""
