from __future__ import annotations

import argparse
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from crawler.exceptions import JobError, UsageError
from crawler.extraction.quality.quality import REASONS
from crawler.verdict import Verdict
from tests.docs.documents import NAME, PROJECT_DIR, code, read, rows, section

if TYPE_CHECKING:
    from scrapy.commands import ScrapyCommand

DOCUMENT = read("docs/commands.md")
OPTION = re.compile(r"(?<![\w-])(--?[a-zA-Z][a-zA-Z-]*)(?=[ ,\n])")
MODULES = [
    path.stem for path in (PROJECT_DIR / "crawler/commands").glob("*.py") if "\nclass Command(" in path.read_text()
]

every_command = pytest.mark.parametrize("name", sorted(MODULES))


def make_command(name: str) -> ScrapyCommand:
    command = import_module(f"crawler.commands.{name}").Command()
    command.settings = Settings()
    command.settings.setmodule("crawler.settings")
    return command


def help_block(name: str) -> str:
    """Return the help of a command as the document shows it."""
    return next(block for block in code(DOCUMENT, "text") if block.startswith(f"$ scrapy {name} --help\n"))


def test_every_command_has_a_section_and_no_other_has() -> None:
    assert sorted(re.findall(r"^## scrapy (\w+)$", DOCUMENT, re.MULTILINE)) == sorted(MODULES)


@every_command
def test_the_help_that_is_shown_is_the_commands(name: str) -> None:
    command, shown = make_command(name), help_block(name)

    assert f"  scrapy {name} {command.syntax()}\n" in shown
    assert f"\n{command.short_desc()}\n" in shown
    assert shown.partition("Examples\n========\n")[2] == "".join(f"  {line}\n" for line in command.examples)


@every_command
def test_every_option_is_shown_and_no_other_is(name: str) -> None:
    parser = argparse.ArgumentParser()
    make_command(name).add_options(parser)
    own = [group for group in parser._action_groups if group.title != "Global Options"]
    options = {option for group in own for action in group._group_actions for option in action.option_strings}

    shown = help_block(name).partition("Options\n=======\n")[2].partition("Examples\n")[0]
    assert set(OPTION.findall(shown)) == options


def test_every_verdict_is_told() -> None:
    told = section(DOCUMENT, "Verdicts")
    reserved = told.strip().rpartition("\n\n")[2]

    named = {name for row in rows(told) for name in NAME.findall(row[0])} | set(NAME.findall(reserved))
    assert named == {str(verdict) for verdict in Verdict}


def test_every_reason_of_quality_is_told() -> None:
    told = {row[0].strip("`"): row[1] for row in rows(section(DOCUMENT, "Quality")) if row[0].startswith("`")}

    assert told == REASONS


def test_the_exit_codes_are_those_of_the_errors() -> None:
    codes = {row[0] for row in rows(section(DOCUMENT, "Commands"))}

    assert {"0", str(JobError.exit_code), str(UsageError.exit_code), "130"} == codes


def test_the_targets_of_make_are_those_of_the_makefile() -> None:
    shown = re.findall(r"^make (\w+)  +(.+)$", section(DOCUMENT, "make"), re.MULTILINE)
    there = re.findall(r"^([a-z-]+):.*## (.+)$", read("Makefile"), re.MULTILINE)

    assert [pair for pair in shown if pair[0] != "crawl"] == [pair for pair in there if pair[0] != "crawl"]
