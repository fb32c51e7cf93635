"""Reports that are meant to harm who reads them: every text that they bring is made to run, to mislead or to be too much."""

from __future__ import annotations

import os
from pathlib import Path

from tests.running import finders, nothing, ran

SCRIPT = "<script>alert(1)</script>"
HANDLER = "\"'><img src=x onerror=alert(2)>"
TEMPLATE = "{{ 7*7 }}{% raw %}"
OVERRIDE = "\u202egnorw\u202c \u2066x\u2069"
LINK = "javascript:alert(3)//https://x.example/"
FACTS = (
    "SELM (Tarn Wire) - Ilse {0} Marrow met Tomas Verrin in Selm on 3 May 2031. The court in Tarn fined Ilse Marrow 4,000 crowns "
    "{0}, a clerk said. Marrow denied the charge. The court in Tarn “{0}” said on Friday that Tomas {0} Verrin owns the port.\n\n"
    "It is not known who paid {0}.\n"
)
GIANT = "giant.txt"
WORD = "word <i>&amp; "
NESTED = "nested.html"


def folder(base: Path) -> Path:
    """Write the reports and a table of what is told of them below `base`; return their folder."""
    made = base / "reports"
    made.mkdir()
    names = [f"{'a' * n}{each.replace('/', '∕')}.txt" for n, each in enumerate((SCRIPT, HANDLER, TEMPLATE, OVERRIDE), 1)]
    for name, attack in zip(names, (SCRIPT, HANDLER, TEMPLATE, OVERRIDE), strict=True):
        (made / name).write_text(f"{attack}\n\nBy {attack} Writer\n\n{FACTS.format(attack)}", encoding="utf-8")
    controls = "\x0b\x0c\x1b\x7f\x85\u2028\u200b\ufeff\ufdd0"
    (made / "controls.txt").write_text(FACTS.format(controls), encoding="utf-8")
    (made / "zero.txt").write_text(FACTS.format("\0"), encoding="utf-8")
    Path(os.fsdecode(os.fsencode(made) + b"/undecodable\xff\xfe<svg onload=alert(4)>.txt")).write_text(
        FACTS.format("x"), encoding="utf-8"
    )
    nested = "<div onclick='alert(5)'><b>" * 10_000 + f"<p>{FACTS.format('&lt;script&gt;alert(6)&lt;/script&gt;')}</p>"
    (made / NESTED).write_text(f"<html><head><title>&lt;/title&gt;{SCRIPT}</title></head><body>{nested}", encoding="utf-8")
    rows = [f"{name}\t2031-05-0{n}\t{HANDLER} {n}\t{LINK}\t{SCRIPT} {OVERRIDE} {TEMPLATE}" for n, name in enumerate(names, 1)]
    (base / "table.tsv").write_text("report\tpublished\toutlet\turl\ttitle\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return made


def traced(base: Path) -> None:
    """Make a case of the attacks below `base`; the one whose name cannot be held and the one that is no text are told."""
    made = folder(base)
    first = ran("trace", made, "--metadata", base / "table.tsv", "--case", base / "attacks.case")
    assert first.status == 1 and "its name is not UTF-8" in first.err and "zero.txt: binary file" in first.err


def long(base: Path) -> None:
    """Make a case of one report of one line, in which nothing was found."""
    (base / GIANT).write_text(WORD * 370_000, encoding="utf-8")
    with finders(nothing):
        assert ran("trace", base / GIANT, "--case", base / "giant.case").status == 0
