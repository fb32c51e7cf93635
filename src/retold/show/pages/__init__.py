"""A case as pages: served from a loopback address to be read and judged, or written as plain files to be kept.

Each page is a row of `catalogue.py`: what it is called, what it asks of the case (`content/`), and how it is set (`templates/`).
The same row serves both, so what is served and what is written agree.
"""
