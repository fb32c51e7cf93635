"""What a reader of a page sees, as text: block elements on lines of their own, white space collapsed, the hidden left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# fmt: off
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
DROPPED = frozenset((
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "select", "option", "datalist", "textarea", "input", "button",
))
# fmt: on
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f\v\u00a0]+")
DEEPEST = 2_000
"""Levels of nesting that libxml2 parses (2,048); beyond, containers are taken for line breaks."""
CONTAINERS = re.compile(
    r"</?(?!(?:p|h[1-6]|br|script|style|noscript|title|head|html|body|meta|link|img|time)\b)[a-z][^<>]{0,2000}>", re.IGNORECASE
)
TAG = re.compile(r"""<([a-z][\w:-]{0,40})((?:[^<>"']|"[^"]{0,200000}"|'[^']{0,200000}')*+)>""", re.IGNORECASE)
MOST_ATTRIBUTES = 300
"""Attributes of one element; libxml2 compares each with all before it, so that 100,000 take minutes."""


def parsed(page: str) -> Any:
    """Return the tree of `page` (lxml), or None where there is nothing to parse. No entity or reference is followed."""
    import lxml.html
    from lxml import etree

    page = TAG.sub(_bounded, page)
    tree, log = _tree(page)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in log):
        tree, _ = _tree(CONTAINERS.sub("<br>", page))
    return tree if isinstance(tree, (lxml.html.HtmlElement, etree._Element)) else None


def _bounded(tag: re.Match[str]) -> str:
    return tag[0] if len(tag[2]) < MOST_ATTRIBUTES or len(tag[2].split()) < MOST_ATTRIBUTES else f"<{tag[1]}>"


def _tree(page: str) -> tuple[Any, Any]:
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser), parser.error_log
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, parser.error_log


def visible_text(tree: Any, *, hidden: bool = False) -> str:
    """Return the text of `tree` that a browser would show; `hidden` keeps what style hides (some pages unfold by script)."""
    lines: list[str] = []
    line: list[str] = []
    for piece in _pieces(tree, hidden=hidden):
        if piece is not None:
            line.append(piece)
        elif line:
            lines += _closed(line)
            line = []
    lines += _closed(line)
    return "\n".join(lines)


def _closed(line: list[str]) -> list[str]:
    text = SPACE.sub(" ", "".join(line)).strip()
    return [text] if text else []


def _pieces(tree: Any, *, hidden: bool) -> Iterator[str | None]:
    """Yield the page's strings in order, and None wherever a line ends. Walks without recursion."""
    from lxml import etree

    skipped = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            skipped += 1 if skipped or _unseen(node, hidden=hidden) else 0
            if node.tag not in INLINE:
                yield None
            if not skipped and node.text:
                yield node.text
        else:
            if node.tag not in INLINE:
                yield None
            skipped -= 1 if skipped else 0
            if not skipped and node.tail:
                yield node.tail


def _unseen(node: Any, *, hidden: bool) -> bool:
    if not isinstance(node.tag, str) or node.tag in DROPPED:
        return True
    if hidden:
        return False
    return "hidden" in node.attrib or bool(HIDDEN.search(node.get("style", "")))
