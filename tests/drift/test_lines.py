from __future__ import annotations

from crawler.drift import compare
from crawler.drift.lines import lines_of, to_text

OLD = """# PATH of cron

Intro that stays.

Second that stays.

The PATH of cron is /bin alone.

- write a log
- turn mail on

Old advice: restart the daemon.

| key | value |
| --- | --- |
| MAILTO | me |

Last that stays.

Really the last.
"""
NEW = """# PATH of cron

Intro that stays.

Second that stays.

The PATH of cron is /usr/bin:/bin alone.

- write a log
- turn mail on
- lock the file

```sh
flock -n /tmp/lock backup.sh
```

| key | value |
| --- | --- |
| MAILTO | root |

Last that stays.

Really the last.
"""


def diff(old: str, new: str) -> str:
    return to_text(lines_of(compare(old, new)))


def test_what_changed_is_shown_with_what_is_around_it() -> None:
    assert diff(OLD, NEW) == (
        "… 2 unchanged\n"
        "  Second that stays.\n"
        "~ The PATH of cron is /{+usr/bin:/+}bin alone.\n"
        "  - write a log\n"
        "  - turn mail on\n"
        "- Old advice: restart the daemon.\n"
        "+ - lock the file\n"
        "+ flock -n /tmp/lock backup.sh\n"
        "  | key | value |\n"
        "~ | MAILTO | [-me-] {+root+} |\n"
        "  Last that stays.\n"
        "… 1 unchanged"
    )


def test_nothing_changed_is_nothing_to_read() -> None:
    assert diff(OLD, OLD) == ""
    assert diff("One a.\n\nTwo b.\n\nThree c.", "Two b.\n\nThree c.\n\nOne a.") == ""


def test_the_unchanged_words_of_a_long_paragraph_are_folded() -> None:
    before, after = ("word " * 40).strip(), ("other " * 40).strip()

    assert diff(f"{before} old {after}", f"{before} new {after}") == (
        f"~ … {('word ' * 9).strip()} [-old-] {{+new+}} {('other ' * 7).strip()} …"
    )
