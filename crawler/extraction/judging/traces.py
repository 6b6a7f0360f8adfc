"""What a program writes into its page when it breaks: messages of the language, and the calls that led there."""

from __future__ import annotations

import re

from crawler.extraction.judging.wordings import any_of

# The message itself: no page that works has one.
FATAL = any_of(
    r"""
    \b(?:php )?(?:fatal|parse|catchable fatal|recoverable fatal|compile) error\s?: .{1,800}?(?: in \
        | at )\S{1,200}(?: on line |:)\s?\d+
    \buncaught (?:[\w\\]{1,80}\\)?\w{0,60}(?:error|exception)\b.{0,400}? in \S{1,200}(?: on line |:)\s?\d+
    \btraceback \(most recent call last\):?(?: file "[^"]{1,200}", line \d+, in \S{1,80}.{0,400}?(?=file "|$))*
    \b(?:[\w$]{1,60}\.){1,8}\w{0,60}(?:exception\
        |error)\b(?::.{0,300}?)? at (?:[\w$<>]{1,80}\.){1,9}[\w$<>]{1,80}\s?\(
    \b\w{0,40}error: .{1,300}? at .{0,160}?\(?(?:/|node:|file:|[a-z]:\\|webpack)[^\s()]{1,200}:\d+:\d+\)?
    \[\w{3,60}(?:exception|error): .{1,300}?\] [\w.]{3,200}\(
    \b(?:[\w$]{1,60}\.){1,8}\w{0,60}(?:exception|error)\b(?::[^\n]{0,300}?)?\s+(?:at )?(?:[\w$<>]{1,80}\.){1,9}\
        [\w$<>]{1,80}\([\w$]{1,60}\.(?:java|kt|scala|groovy):\d+\)
    \bsqlstate ?\[\w+\].{0,300}|\[hy000\] \[\d+\] .{0,200}|\bora-\d{5}: .{0,200}
    \bmsg \d+, level \d+, state \d+.{0,200}|\bgoroutine \d+ \[running\].{0,400}|\bpanic: .{1,300}
    \byou have an error in your sql syntax.{0,200}|\bunknown column '.{1,80}' in '.{1,30}'
    \btable '[^']{1,100}' (?:is marked as crashed|doesn't exist|is read only).{0,80}\
        |\bgot error \d+ .{0,20}storage engine
    \bcan't (?:open|create|find|get) .{0,20}(?:file|stat).{0,80}\(err(?:code|no): \d+.{0,40}
    \b(?:mysqli?|pg|mssql|odbc|oci|sqlite)_\w{3,30}\(\)?:? .{0,200}
    \baccess denied for user '[^']{0,60}'@'.{0,80}|\bdatabase disk image is malformed
    \bexception details\s?: [\w.]{3,120}(?:exception|error)\b.{0,300}
    """
)
# Lines beside it.
CALLS = any_of(
    r"""
    \b(?:warning|notice|deprecated|strict standards)\s?: .{1,400}? in \S{1,200} on line\s\d+
    \bat (?:[\w$<>/]{1,80}[.:]){1,12}[\w$<>]{1,80}\s?\([\w.$ ]{1,80}(?::\d+)?\)
    \bat .{0,160}?\(?(?:/|node:|file:|[a-z]:\\|webpack)[^\s()]{1,200}:\d+:\d+\)?
    file "[^"]{1,200}", line \d+, in \S{1,80}
    \#\d+ \S{1,200}\(\d+\): \S{1,300}
    \#\d+ \{main\}
    \bthrown in \S{1,200} on line\s\d+
    stack trace:
    \b(?:[\w$<>]{1,80}\.){1,9}[\w$<>]{1,80}\([\w$]{1,60}\.(?:java|kt|scala|groovy):\d+\)
    \bselect .{1,200}? from \S{1,80}(?: where .{1,200}?)?(?= \d|$)|\b(?:error )?file : \S{1,100}
    ^[\w./-]{1,200}:\d+:in [`'].{1,80}?'
    """
)
WORDS = (  # one is in each message, or a call of a function
    *("error", "exception", "traceback", "warning", "notice", "deprecated", "sql", "table", "ora-", "msg ", "panic"),
    *("goroutine", "hy000", "can't ", "database", "denied"),
)
CALLED = re.compile(r"_\w+\(")
MESSAGE = re.compile(r"could not connect|connection (?:refused|timed out)|guru meditation|^error\b", re.IGNORECASE)
WARNING = re.compile(r"\b(?:warning|notice|deprecated)\s?: .{1,400}? in \S{1,200} on line\s\d+", re.IGNORECASE)


def may_have_traces(text: str) -> bool:
    """Return whether a text has a word that every message has: a quick look before the patterns."""
    lower = text.lower()
    return any(word in lower for word in WORDS) or CALLED.search(text) is not None


def without_traces(text: str) -> str:
    """Return a text without what a broken program has written into it."""
    return " ".join(CALLS.sub(" ", FATAL.sub(" ", text)).split())


def is_trace(text: str) -> bool:
    """Return whether a block of code is what a broken program has written."""
    flat = " ".join(text.split())
    return (
        bool(may_have_traces(flat) and (FATAL.search(flat) or CALLS.search(flat))) or MESSAGE.search(flat) is not None
    )
