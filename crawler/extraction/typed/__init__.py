"""What authors typed: Markdown, with the formulas and footnotes that CommonMark does not know."""
