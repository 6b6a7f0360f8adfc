"""Formulas, however a page writes them, as LaTeX."""
