from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from crawler.notes import NoteUnreadableError, decode_note, find_notes

if TYPE_CHECKING:
    from pathlib import Path


def put(root: Path, *paths: str, text: str = "") -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def found(root: Path) -> list[str]:
    return list(find_notes(root))


def test_notes_are_found_below_the_folder_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b.md", "a/z.markdown", "a/b/c.mdx", "B.MD", "c.txt", "md", "d.md.bak")

    assert found(tmp_path) == ["B.MD", "a/b/c.mdx", "a/z.markdown", "b.md"]


def test_hidden_folders_and_node_modules_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".obsidian/a.md", "node_modules/a/README.md", "x/node_modules/b.md", "x/.git/c.md", "x/d.md")

    assert found(tmp_path) == ["x/d.md"]


def test_what_gitignore_names_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "draft/a.md", "keep/draft.md", "keep/x.tmp.md", "a/only/b.md", "only/b.md", "c.md")
    put(tmp_path, ".gitignore", text="draft/\n*.tmp.md\n/only\n")

    assert found(tmp_path) == ["a/only/b.md", "c.md", "keep/draft.md"]


def test_a_nested_gitignore_has_the_last_word(tmp_path: Path) -> None:
    put(tmp_path, "a/x.md", "a/y.md", "b/x.md", "a/c/z.md")
    put(tmp_path, ".gitignore", text="x.md\n")
    put(tmp_path, "a/.gitignore", text="!x.md\n/y.md\nc/z.md\n")

    assert found(tmp_path) == ["a/x.md"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")

    assert found(tmp_path) == ["a/b.md"]


def test_a_pipe_is_no_note_and_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / "link.md").symlink_to("pipe.md")
    (tmp_path / "nowhere.md").symlink_to("none.md")  # whoever reads it learns why it cannot be read

    assert found(tmp_path) == ["a.md", "nowhere.md"]


def test_a_path_is_spelled_as_on_disk(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "한글 노트.md")
    put(tmp_path, name)

    assert found(tmp_path) == [name]


def test_a_folder_that_cannot_be_listed_is_passed_over(tmp_path: Path) -> None:
    assert found(tmp_path / "gone") == []


def test_a_gitignore_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a.md", ".gitignore/b.txt")

    assert found(tmp_path) == ["a.md"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_note_is_read_in_its_encoding(encoding: str) -> None:
    assert decode_note("# 제목\r\n똠방각하".encode(encoding)) == "# 제목\r\n똠방각하"


def test_a_note_in_no_known_encoding_is_unreadable() -> None:
    with pytest.raises(NoteUnreadableError, match="neither UTF-8 nor CP949"):
        decode_note(b"\xff\xfe\x00\x80")


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    """Its path is longer than the system takes, which holds for root too."""
    (tmp_path / "note.md").touch()
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("f" * 250, dir_fd=here)
        here, above = os.open("f" * 250, os.O_RDONLY, dir_fd=here), here
        os.close(above)
    os.close(here)

    *unlisted, note = find_notes(tmp_path)

    assert note == "note.md"
    assert [path[-2:] for path in unlisted] == ["f/"]
