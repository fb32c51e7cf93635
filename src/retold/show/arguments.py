"""What several commands take is declared once, so that it reads the same in the help of each."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from retold.read import Bounds

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="A case made by `retold trace --case`.", show_default=False)]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATHS", help="Reports (.txt, .html) and folders of them.", show_default=False)
]
Metadata = Annotated[
    Path | None,
    typer.Option(help="Table (TSV or CSV) with a column `report` and any of published, outlet, url, title, language."),
]
MaxSize = Annotated[float, typer.Option(help="Largest report that is read, in megabytes.", min=0.001, max=1_000_000)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (docs/json.md) in place of text.")]
Reason = Annotated[str, typer.Option(help="Why, in your words; kept with the ruling.")]
By = Annotated[str | None, typer.Option(help="Who rules; your login name, unless given. May be empty.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and keep nothing.")]


def bounds(max_size: float) -> Bounds:
    """Return what `MaxSize` says. Raises `typer.BadParameter`."""
    from retold.read import Bounds

    if isnan(max_size):
        raise typer.BadParameter("--max-size is a number of megabytes")
    return Bounds(max_bytes=int(max_size * 1_000_000))
