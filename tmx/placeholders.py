"""Placeholders in a text: what a program will fill in, and must find as it was."""

from __future__ import annotations

import re

from zhengming.termbase.position import Span

__all__ = ["masked", "placeholders", "replaced"]

#: A space is no printf flag here, and what follows a figure is a per cent: “100% sure”, “增长5%d…”.
_PLACEHOLDER = re.compile(
    r"""
    \{\{\s*[\w.]+\s*\}\}                                                # {{name}}
  | [$#%@]\{[\w.:-]+\}                                                  # ${x}, #{x}, %{x}
  | (?<!\{)\{(?:\d+|[A-Za-z_][\w.]*)(?=\}|,\s*(?:plural|select|selectordinal|number|date|time)\b|[:!][^{}]*\})
      (?:[:!][^{}]*)?\}?                                                # {0}, {name}, {0:N2}, {n, plural, …}
  | %\(\w+\)[-+0\#]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]                     # %(name)s
  | (?<![\d%])%(?:\d+\$)?[-+0\#]*\d*(?:\.\d+)?(?:hh?|ll?|[Lqzjt])?[diouxXeEfFgGcCsSaAp@](?![A-Za-z])   # %s, %1$d
  | (?:(?<![\d%])|(?<=%\d)|(?<=%\d\d))%L?[1-9]\d?(?![\d$]|[.,]\d)               # Qt's %1, also %1%2
  | (?<![\w%$])(?P<mark>[%$])[A-Z][A-Z\d_]+(?P=mark)(?!\w)              # %PATH%, $VAR$
  | </?(?:x|g|bx|ex|ph|pc|sc|ec|mrk|bpt|ept|it)(?:\s[^<>]*)?/?>         # <x id="1"/> as text
  | </?[a-z]\d+/?>                                                      # OmegaT's <f0>, </f0>
    """,
    re.VERBOSE | re.ASCII,
)
#: What stands for an object in a text: no letter, no figure, no punctuation.
_MASK = "\ufffc"
_PERCENT = re.compile(r"%[A-Za-z\d({+#@.-]")


def placeholders(text: str) -> dict[str, Span]:
    """Return the placeholders of a text with the place of each, the last where it stands twice."""
    if _may_have_some(text):
        return {match.group(): Span(*match.span()) for match in _PLACEHOLDER.finditer(text)}
    return {}


def masked(text: str) -> str:
    """Return a text of the same length without its placeholders: the 1 of %1 counts nothing."""
    return _PLACEHOLDER.sub(lambda match: _MASK * len(match.group()), text) if _may_have_some(text) else text


def replaced(text: str, mask: str) -> tuple[str, list[str]]:
    """Return a text with `mask` for each placeholder, and the placeholders in their order."""
    found: list[str] = []
    if not _may_have_some(text):
        return text, found

    def take(match: re.Match[str]) -> str:
        found.append(match.group())
        return mask

    return _PLACEHOLDER.sub(take, text), found


def _may_have_some(text: str) -> bool:
    return "{" in text or "$" in text or "<" in text or ("%" in text and _PERCENT.search(text) is not None)
