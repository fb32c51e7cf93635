"""What each command's help says below its options: examples, and what a user could not guess."""

STATUS = """\b
Exit status: 0 all done; 1 something could not be used, each with a line on
standard error, the rest done; 2 wrong usage; 130 or 143 broken off."""
TRACE = """\b
Examples:
  retold trace reports/
  retold trace reports/ --metadata reports.tsv --case affair.case
  retold trace new-report.html --case affair.case
  retold trace --case affair.case
  retold trace reports/ --json > affair.json

With --case the reports that the case holds are not read again; one that has
changed becomes a new version. A run that was broken off goes on where it was.
Without reports the case is compared anew as it is, after `retold add`.
"""
ADD = """\b
Examples:
  retold add affair.case new-report.html
  retold add affair.case incoming/ --metadata reports.tsv
  retold add affair.case incoming/ --json > added.jsonl

Of each report it says how it tells its story and from whom, what it declares of
that, and what it changed, as soon as it is compared; it is kept in the case. Only
the family that it joins is compared anew, so this is quick in a large case (the
first time the whole case is taken up). Claims and people stay those of the last
trace: `retold trace --case affair.case` brings them up to date. Running it again
is safe: what the case holds is only told again. --json prints a line a report.
"""
FIND = """\b
Examples:
  retold find report.txt
  retold find reports/ --metadata reports.tsv --json > findings.jsonl
"""
BRIEF = """\b
Examples:
  retold brief affair.case
  retold brief affair.case --section measure:41
  retold brief affair.case --json

Of a case of more than 300 reports the brief shows the first of each section and
names the command that goes on from there. Any section of any case can be asked
for by itself: originals, alone, contact, measure, office, rank, tie, control,
allegation, statement, unknown, when, who.
"""
ASOF = """\b
Examples:
  retold asof affair.case 2019-09-01
  retold asof affair.case --held 2031-06-01
  retold asof affair.case 2019-09-01 --held 2031-06-01T12:00 --json

A day is UTC and means its end. Reports whose day is not known are left out and
counted. What is one claim, one person or one original is as the case judges it by
all that it holds; what is said of it is what the reports of then say.
"""
SHOW = """\b
Examples:
  retold show reports/one.txt:120-180
  retold show reports/one.txt:120-180 --case affair.case

START and END count characters (code points) of the report's text from 0.
"""
COMPARE = """\b
Examples:
  retold compare original.txt retelling.txt
  retold compare original.txt retelling.txt --json
  retold compare one.txt two.txt --case affair.case

What the second report changed is told as: attribution dropped, credit dropped,
source count changed, hedge dropped, hedge added, number changed, time moved,
place changed, role changed, actor swapped, strengthened, weakened, reversed,
denial dropped, added. Piped, each line begins with what it is: = two passages
that tell the same, ! a change, - only in the first, + only in the second.
"""
HISTORY = """\b
Examples:
  retold history affair.case
  retold history affair.case --json
"""
REMOVE = """\b
Examples:
  retold remove affair.case reports/one.txt --reason "withdrawn by its outlet"
  retold remove affair.case one.txt two.txt --reason "of another affair"

The other reports are compared anew in the same step; nothing is read again. The
case can still tell what it held before: what goes is retracted, not erased.
"""
CHECK = """\b
Examples:
  retold check affair.case
  retold check affair.case --json

Exit status 1, and a line for each problem on standard error, if anything is not
as it was kept.
"""

SERVE = """\b
Examples:
  retold serve affair.case
  retold serve affair.case --read-only --port 9000

The case opens at an address of this machine. What stands on a page can be judged
from where it is read; what a ruling would change is shown before it is kept.
"""

PAGES = """\b
Examples:
  retold pages affair.case public/
  retold pages affair.case public/ --asof 2031-06-01

The same pages as files, without scripts: put them on any web server or into an
archive. Searching and judging need `retold serve`.
"""
VERSIONS = """\b
Examples:
  retold versions affair.case
  retold versions affair.case --from 51 --limit 100
  retold versions affair.case reports/one.txt
  retold versions affair.case reports/one.txt --between 1 3 --json

Another file, or other metadata, under the same name is another version; both are
kept. Of a report, the last two versions are compared unless others are named.
"""
SEARCH = """\b
Examples:
  retold search affair.case minister reward
  retold search affair.case '"secret talks" OR negotiat* NOT strait'
  retold search affair.case talks --reports --asof 2031-05-04 --json
  retold search affair.case talks --held 2031-06-01

All words must stand in a report, in any order; "words in quotation marks" in a
row; word* begins so; OR between two is either, NOT before one is without. Case
and accents do not count. Searched are headlines and texts as the outlets wrote
them, without the page around them, and claims in any wording of a report.
Places are as `retold show PLACE --case CASE` takes them.
"""
