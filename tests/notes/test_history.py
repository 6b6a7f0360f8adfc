from __future__ import annotations

from datetime import datetime

from crawler.notes.history import first_written

LOG = """\0002020-05-01T09:00:00+09:00

diff --git a/note.md b/note.md
--- a/note.md
+++ b/http://a.test/header
@@ -1 +1,2 @@
-old words
+again <http://a.test/1>
+출처: http://a.test/2에서
\0002019-03-01T09:00:00+09:00

diff --git a/note.md b/note.md
@@ -0,0 +1,2 @@
+see http://a.test/1, and http://a.test/10
-was http://a.test/3
"""


def test_the_first_commit_that_added_a_citation_dates_it() -> None:
    written = ["http://a.test/1", "http://a.test/2"]

    assert first_written(LOG, written) == {
        "http://a.test/1": datetime.fromisoformat("2019-03-01T09:00:00+09:00"),
        "http://a.test/2": datetime.fromisoformat("2020-05-01T09:00:00+09:00"),
    }


def test_a_longer_url_a_removed_line_and_a_files_name_are_no_citation() -> None:
    log = LOG.replace("http://a.test/1,", "")

    assert first_written(log, ["http://a.test/3", "http://a.test/header"]) == {}
    assert first_written(log, ["http://a.test/1"])["http://a.test/1"].year == 2020


def test_without_a_history_nothing_is_dated() -> None:
    assert first_written("", ["http://a.test/1"]) == first_written("fatal: \0 broken\n+x", ["x", ""]) == {}
