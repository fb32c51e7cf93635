"""A group of commands about one case takes the case before or after the command, and lists where no command is named."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class CaseFirst(TyperGroup):
    """Takes `retold people CASE` for `retold people list CASE`, and `retold people CASE merge` for `retold people merge CASE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in front, or in where a case stands alone."""
        named = [n for n, each in enumerate(args) if not each.startswith("-")]
        if named and args[named[0]] not in self.commands:
            if len(named) == 1:
                args = ["list", *args]
            elif args[named[1]] in self.commands:
                command = args[named[1]]
                args = [command, *args[: named[1]], *args[named[1] + 1 :]]
        return super().parse_args(ctx, args)
