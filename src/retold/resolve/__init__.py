"""Mentions -> who and when: within one report, then people and bodies across reports."""
