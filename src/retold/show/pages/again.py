"""A form that cannot be taken is shown again as it was filled in: what is wrong stands beside its field, and nothing is lost."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from retold.errors import CaseError, ReportError, RetoldError


class WrongInput(ValueError):  # noqa: N818 - a reader may fill in anything
    """A field of a form says nothing that can be ruled."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field
        """Its name; "" where it is the form as a whole."""


@contextlib.contextmanager
def within(field: str) -> Iterator[None]:
    """Let what is refused meanwhile be told beside a field. Raises `WrongInput`."""
    try:
        yield
    except (WrongInput, CaseError):
        raise
    except (ValueError, RetoldError) as error:
        raise WrongInput(field, reason_of(error)) from error


def reason_of(error: Exception) -> str:
    """Return why something is refused, as whoever filled in a form reads it."""
    return error.why if isinstance(error, ReportError) else str(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What a form is shown with: of one that nobody sent yet, nothing."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """What was filled in."""
    field: str = ""
    """The field that is wrong, "" where it is none alone."""
    why: str = ""
    """In what way; "" where nothing is."""

    def told(self, name: str, otherwise: str = "") -> str:
        """Return what was filled in, or `otherwise` where nothing was sent."""
        return self.fields.get(name, otherwise)

    def wrong(self, name: str) -> str:
        """Return what is wrong with a field, "" if nothing."""
        return self.why if name == self.field else ""

    def of(self, about: Mapping[str, object]) -> Again:
        """Return this for the form that was sent, of several on a page: the one whose hidden fields are these; else nothing."""
        return self if self.fields and all(self.fields.get(name) == str(value) for name, value in about.items()) else Again()
