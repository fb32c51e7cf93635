"""A file, page or folder -> reports: what are the article's own words, who published it, when?

`reports`, `listing` and `Bounds` stand in `retold.read.files`, loaded when first asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retold.read.files import Bounds, listing, reports

__all__ = ["Bounds", "listing", "reports"]


def __getattr__(name: str) -> Any:
    """Load the reader when it is first used."""
    if name in __all__:
        from retold.read import files

        return getattr(files, name)
    raise AttributeError(f"module 'retold.read' has no attribute {name!r}")
