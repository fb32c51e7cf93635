"""A picture is SVG within its page: it takes the page's colours and type, its links lead on, and each mark says what it is.

Drawn by Vega (https://vega.github.io/vega/docs/) through vl-convert, without a browser; the specifications are files that
anybody can open in Vega's editor.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from markupsafe import Markup

from retold.show.terminal import one_line

Rows = Sequence[Mapping[str, Any]]
_OPENING = re.compile(r"<svg [^>]*>")
_HERE = "https://page.invalid/"
"""Where links lead while a picture is drawn: Vega puts the address of its own data before one that names no host."""
_LINK = re.compile(rf'<a xlink:href="{re.escape(_HERE)}([^"]*)"[^>]*>')
_STYLE = re.compile(r'(<[^<>]*?)\sstyle="[^"]*"')


def svg(specification: str, title: str, *, signals: Mapping[str, float] | None = None, **data: Rows) -> Markup:
    """Return a picture titled `title`; `data` fills the data sets of the specification, `signals` its numbers."""
    linked = {name: [_plain(row) for row in rows] for name, rows in data.items()}
    given = json.dumps({"data": linked, "signals": signals or {}}, sort_keys=True, default=str)
    drawn = _drawn(specification, given)
    return Markup("{}<title>{}</title>{}").format(_start(drawn, title), one_line(title), Markup(_OPENING.sub("", drawn, count=1)))  # noqa: S704


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is drawn of one item: words without what steers a screen, and a link that Vega leaves as it is."""
    words = {name: one_line(value) if isinstance(value, str) else value for name, value in row.items()}
    return words | {"href": _HERE + row["href"]} if row.get("href") else words


def _start(drawn: str, title: str) -> Markup:
    """Return the opening tag: a group of marks with a name, in its own size, so that wide ones scroll."""
    opening = _OPENING.match(drawn)
    size = dict(re.findall(r'\b(width|height|viewBox)="([^"]*)"', opening.group() if opening else ""))
    return Markup('<svg role="group" aria-label="{}" width="{}" height="{}" viewBox="{}">').format(
        one_line(title), size.get("width", ""), size.get("height", ""), size.get("viewBox", "")
    )


def warm() -> None:
    """Start what draws: the first picture costs most of a second, later ones some hundredths."""
    svg("bars", "", bars=[])


@lru_cache(maxsize=64)
def _drawn(specification: str, given: str) -> str:
    import vl_convert

    filled = json.loads(given)
    spec = json.loads(_specification(specification))
    for row in spec["data"]:
        row["values" if row["name"] in filled["data"] else "_"] = filled["data"].get(row["name"])
        row.pop("_", None)
    for signal in spec["signals"]:
        signal["value"] = filled["signals"].get(signal["name"], signal.get("value"))
    drawn = str(vl_convert.vega_to_svg(spec, allowed_base_urls=[]))
    drawn = _LINK.sub(r'<a href="\1">', drawn)
    return _STYLE.sub(r"\1", drawn)


@cache
def _specification(name: str) -> str:
    return resources.files("retold.show.pages.pictures").joinpath(f"{name}.vg.json").read_text(encoding="utf-8")
