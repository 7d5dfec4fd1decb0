"""Writing XML through lxml, which this module alone knows of those that write termbases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["UNWRITABLE", "added", "new", "serialized"]

#: What XML 1.0 cannot hold in any form.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new(name: str, namespace: str | None = None, **attributes: str) -> _Element:
    """Return the root of a document, in that namespace by default."""
    from lxml import etree  # noqa: PLC0415  only an export pays for it

    return etree.Element(etree.QName(namespace, name), attributes, nsmap={None: namespace} if namespace else {})


def added(parent: _Element, name: str, text: str | None = None, **attributes: str) -> _Element:
    """Add an element of the parent's namespace, and return it."""
    from lxml import etree  # noqa: PLC0415  imported already

    element = etree.SubElement(parent, etree.QName(etree.QName(parent).namespace, name), attributes)
    element.text = text
    return element


def serialized(root: _Element, encoding: str, doctype: str | None = None) -> bytes:
    """Return the document, indented; UTF-16 has a byte order mark."""
    from lxml import etree  # noqa: PLC0415  imported already

    etree.indent(root)
    text = etree.tostring(root, encoding="unicode", doctype=doctype)
    return f"<?xml version='1.0' encoding='{encoding}'?>\n{text}\n".encode(encoding)
