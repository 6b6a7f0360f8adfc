"""The cleaned tree as text, as Markdown and as HTML."""
