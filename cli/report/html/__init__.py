"""One HTML file that needs nothing else: what was found, how each concept is rendered, and a place to decide.

The data stand in one JSON element, the style and the script in the page; the content security policy allows these
two by their hashes and nothing else, so that nothing in a segment can act and nothing is fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING

from zhengming.cli.report.html.data import data

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result

__all__ = ["write"]

#: In a script element these would end it, or begin a comment.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write(result: Result, page: Page) -> None:
    """Write the page."""
    style, script, frame = (_part(name) for name in ("style.css", "script.js", "page.html"))
    written = json.dumps(data(result), ensure_ascii=not page.is_unicode, separators=(",", ":"))
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"
    parts = {
        "policy": policy,
        "style": style,
        "script": script,
        "data": "".join(_ESCAPES.get(character, character) for character in written),
    }
    before, *rest = frame.split("{{")
    page.write(before)
    for piece in rest:
        name, _, after = piece.partition("}}")
        page.write(parts[name] + after)


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the source expression of CSP level 2 for an inline element of that text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
