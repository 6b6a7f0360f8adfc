"""Real notes whose references are known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from crawler.notes import Form, parse_note

if TYPE_CHECKING:
    from pathlib import Path


def test_real_notes_give_what_a_reader_found(shared: Path) -> None:
    truth = json.loads((shared / "truth" / "notes.json").read_text("utf-8"))["files"]

    for note in truth:
        parsed = parse_note((shared / note["file"]).read_text("utf-8-sig"), fallback_title="")

        assert parsed.title == note["note_title"]
        assert [
            (c.url, c.as_written, c.line, c.label, list(c.headings), c.marker, c.context) for c in parsed.citations
        ] == [
            (r["url"], r["as_written"], r["line"], r["anchor"], r["heading_path"], r["marker_text"], r["context"])
            for r in note["references"]
        ]


def test_a_url_in_a_comment_of_code_is_weak(shared: Path) -> None:
    text = (shared / "notes" / "sqlalchemy-flask-crawler.md").read_text("utf-8")

    found = [(c.line, c.form, c.weak) for c in parse_note(text, fallback_title="").citations]

    assert found == [(77, Form.COMMENT, True), (198, Form.BARE, False)]
