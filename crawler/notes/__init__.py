"""Markdown notes → citations: what a note cites, where, and in whose words. Pure but for reading the files."""

from crawler.notes.citation import Citation, Form
from crawler.notes.files import NoteUnreadableError, decode_note, find_notes, notes_folder
from crawler.notes.parser import PARSER_VERSION, ParsedNote, extract_citations, parse_note

__all__ = [
    "PARSER_VERSION",
    "Citation",
    "Form",
    "NoteUnreadableError",
    "ParsedNote",
    "decode_note",
    "extract_citations",
    "find_notes",
    "notes_folder",
    "parse_note",
]
