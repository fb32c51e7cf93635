"""What a user types is words: whatever it is, it is looked for or refused in one line, never an error of the index.

Words stand for all of them, in any order; "words in quotation marks" for these in a row; word* for what begins so; OR between two
for either; NOT or - before one for reports without it. OR binds closer than words side by side.
"""

from __future__ import annotations

import re
from unicodedata import category

from retold.errors import SearchError
from retold.record.words import Fold

TERMS = 40
"""Words and phrases that a search may have."""
LONGEST = 2000
"""Characters that a search may have."""
_TERM = re.compile(r"""(?P<minus>-?)(?:["“”„«»](?P<phrase>[^"“”„«»]*)(?:["“”„«»](?P<open>\*?)|$)|(?P<word>[^\s"“”„«»]+))""")
_OR = ("OR", "|")
_BETWEEN = (*_OR, "AND", "&", "NOT")
_QUOTED = re.compile('["“”„«»]')


def typed(arguments: list[str]) -> str:
    """Return what was typed at a shell, which takes quotation marks away: an argument of several words was quoted."""
    return " ".join(_requoted(each) for each in arguments)


def expression(words: str, fold: Fold) -> str:
    """Return `words` in FTS5's language, every word of them quoted. Raises `SearchError` if nothing is left to look for."""
    if len(words) > LONGEST:
        raise SearchError(f"a search has {LONGEST} characters at most")
    groups: list[tuple[bool, list[str]]] = []  # whether wanted, and in which ways
    between = ""
    for found in _TERM.finditer(words):
        if found["word"] in _BETWEEN and not found["minus"]:
            between = found["word"]
            continue
        term = _term(found["phrase"] or found["word"] or "", fold, open_ended=bool(found["open"]))
        if term is None:
            continue
        if between in _OR and groups:
            groups[-1][1].append(term)
        else:
            groups.append((between != "NOT" and not found["minus"], [term]))
        between = ""
    return _joined([ways for wanted, ways in groups if wanted], [way for wanted, ways in groups if not wanted for way in ways])


def _joined(wanted: list[list[str]], unwanted: list[str]) -> str:
    if len(unwanted) + sum(len(each) for each in wanted) > TERMS:
        raise SearchError(f"a search has {TERMS} words and phrases at most")
    if not wanted:
        raise SearchError("a search needs a word to look for" + (", not only words to leave out" if unwanted else ""))
    all_of = " AND ".join(f"({' OR '.join(each)})" for each in wanted)
    return f"({all_of}) NOT ({' OR '.join(unwanted)})" if unwanted else all_of


def _term(word: str, fold: Fold, *, open_ended: bool) -> str | None:
    """A word or phrase, quoted; None for one that has no letter or digit, which no index holds."""
    open_ended = open_ended or word.endswith("*")
    kept = "".join(c if c.isalnum() or _marks(c) else " " for c in fold.text(word))
    return f'"{" ".join(kept.split())}"{" *" if open_ended else ""}' if any(c.isalnum() for c in kept) else None


def _marks(letter: str) -> bool:
    """Whether a character belongs to the letter before it, as signs for vowels do."""
    return category(letter) in ("Mn", "Mc")


def _requoted(argument: str) -> str:
    parts = argument.split()
    plain = len(parts) > 1 and not _QUOTED.search(argument) and not set(_BETWEEN) & set(parts)
    plain = plain and not any(part.startswith("-") or part.endswith("*") for part in parts)
    return f'"{argument}"' if plain else argument
