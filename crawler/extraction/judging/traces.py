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
    ^(?:error )?sqlstate ?\[\w+\].{0,300}
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
    ^[\w./-]{1,200}:\d+:in [`'].{1,80}?'
    """
)
WORDS = re.compile(r"error|exception|traceback|warning|notice|deprecated|sqlstate", re.IGNORECASE)  # one is in each
WARNING = re.compile(r"\b(?:warning|notice|deprecated)\s?: .{1,400}? in \S{1,200} on line\s\d+", re.IGNORECASE)


def without_traces(text: str) -> str:
    """Return a text without what a broken program has written into it."""
    return " ".join(CALLS.sub(" ", FATAL.sub(" ", text)).split())
