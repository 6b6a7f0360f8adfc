"""Footnotes of every make."""
