"""The command line: one command a file, found by Scrapy through COMMANDS_MODULE.

Scrapy takes every ScrapyCommand class of every module here for a command of that module's name. What the commands share
is therefore a mixin that is none: `class Command(RefkeepCommand, ScrapyCommand)`.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from scrapy.commands import ScrapyHelpFormatter

import crawler.commands.interrupts  # noqa: F401  first: what follows takes a second to load
from crawler.commands.output import say, use_utf8
from crawler.exceptions import RefkeepError
from crawler.paths import user_path
from crawler.platforms import read_folder, use_own_files
from crawler.settings import PROJECT_DIR

if TYPE_CHECKING:
    from scrapy.commands import ScrapyCommand as Base
    from scrapy.settings import Settings
else:
    Base = object


class RefkeepCommand(Base):
    """Makes one line on standard error, and the exit code, of wrong usage and of every RefkeepError."""

    requires_project = True
    requires_crawler_process = False
    examples: tuple[str, ...] = ()  # command lines for --help
    settings: Settings  # set by Scrapy before anything is called

    @property
    def name(self) -> str:
        return f"scrapy {type(self).__module__.rpartition('.')[2]}"

    def setting(self, name: str) -> str:
        return str(self.settings[name])

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare every argument, the positional ones too: what argparse does not know is refused."""

    def execute(self, opts: argparse.Namespace) -> None:
        """Do the job. May set `exitcode`."""
        raise NotImplementedError

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        self.add_arguments(parser)
        parser.formatter_class = _HelpFormatter
        parser.epilog = "\n  ".join(["Examples\n========", *self.examples])
        # Scrapy makes the parser itself and sends its own refusals through this too.
        parser.error = self._refuse  # type: ignore[method-assign]

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            super().process_options(args, opts)
            if self.settings["LOG_FILE"]:
                Path(self.settings["LOG_FILE"]).open("a").close()
        except OSError as error:  # of --pidfile or --logfile
            self._refuse(f"cannot write {error.filename}: {error.strerror}")
        if (level := str(self.settings["LOG_LEVEL"])) not in logging.getLevelNamesMapping() and not level.isdigit():
            self._refuse(f"LOG_LEVEL={level} is none of DEBUG, INFO, WARNING, ERROR, CRITICAL")
        if args:  # Scrapy lets argparse leave over what it does not know
            what = "option" if args[0].startswith("-") else "argument"
            self._refuse(f"unknown {what} {args[0]!r}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        use_utf8()
        try:
            self._use_own_platforms()
            self.execute(opts)
            sys.stdout.flush()
        except RefkeepError as error:
            self._say(str(error))
            self.exitcode = error.exit_code
        except BrokenPipeError:  # whoever reads us has enough
            _drop_output()
        except OSError as error:  # what nobody foresaw more closely: a full disk under standard output
            _drop_output()
            self._say(f"{error.filename or 'standard output'}: {error.strerror or error}")
            self.exitcode = 1
        except KeyboardInterrupt:
            self.exitcode = 130  # as a shell says it

    def _use_own_platforms(self) -> None:
        if folder := self.setting("PLATFORMS_DIR"):
            use_own_files(read_folder(PROJECT_DIR / user_path(folder)))

    def _refuse(self, message: str) -> NoReturn:
        use_utf8()
        self._say(f"{message}; see {self.name} --help")
        sys.exit(2)

    def _say(self, message: str) -> None:
        say(f"{self.name}: {' '.join(message.splitlines())}")


def _drop_output() -> None:
    """Keep Python from trying to flush the rest at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _HelpFormatter(argparse.RawDescriptionHelpFormatter, ScrapyHelpFormatter):
    """Scrapy's help, with the examples on lines of their own."""
