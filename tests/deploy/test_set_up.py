"""`make`, the licences and the hooks."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.deploy.conftest import PROJECT_DIR

if TYPE_CHECKING:
    from pathlib import Path

LICENCES = PROJECT_DIR / "deploy/licences.py"


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=PROJECT_DIR, capture_output=True, text=True, check=False)


def test_make_alone_says_what_there_is() -> None:
    printed = make().stdout

    for target in "crawl setup test check bench splash lock clean".split():
        assert f"make {target}" in printed


def test_an_old_python_is_named_with_the_mend(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    (tmp_path / "deploy").symlink_to(PROJECT_DIR / "deploy")

    done = subprocess.run(
        ["make", "-f", PROJECT_DIR / "Makefile", ".venv/bin/python", f"PYTHON={old}"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Refkeep needs Python 3.11 or newer; name one: make .venv/bin/python PYTHON=python3.11"
    )


@pytest.mark.parametrize("notes", ["~/my notes", "/srv/notes", "notes with 'quotes'"])
def test_a_folder_of_notes_may_have_a_tilde_and_spaces(notes: str, tmp_path: Path) -> None:
    for script in (".venv/bin/python", ".venv/.crawl"):
        (tmp_path / script).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / script).write_text('#!/bin/sh\nfor word; do echo "[$word]"; done\n')
        (tmp_path / script).chmod(0o755)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / ".venv/.crawl").touch()
    (tmp_path / "deploy").symlink_to(PROJECT_DIR / "deploy")

    done = subprocess.run(
        ["make", "-f", PROJECT_DIR / "Makefile", "crawl", f"NOTES={notes}", "ARGS=-a limit=0"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/home/someone", "SPLASH_URL": ""},
    )  # fmt: skip

    words = [line for line in done.stdout.splitlines() if line.startswith("[")]
    expected = notes.replace("~", "/home/someone")
    assert words[3:] == ["[crawl]", "[sources]", "[-a]", f"[notes={expected}]", "[-a]", "[limit=0]"], done.stderr


@pytest.mark.parametrize(
    ("purpose", "environment", "docker_runs", "expected"),
    [
        ("crawl", {}, False, {"python3-venv", "python3-pyqt5"}),
        ("crawl", {"SPLASH_URL": "http://127.0.0.1:8051"}, False, {"python3-venv", "python3-pyqt5"}),
        ("crawl", {"SPLASH_URL": ""}, False, {"python3-venv"}),
        ("crawl", {}, True, {"python3-venv"}),
        ("test", {"SPLASH_URL": ""}, True, {"python3-venv", "python3-pyqt5", "postgresql", "chromium"}),
        ("chromium", {}, False, {"python3-venv", "chromium"}),
    ],
)
def test_only_what_is_needed_is_installed(
    purpose: str, environment: dict[str, str], docker_runs: bool, expected: set[str], tmp_path: Path
) -> None:
    programs = {"id": "echo 0", "dpkg-query": "exit 1", "apt-get": "", "docker": f"exit {int(not docker_runs)}"}
    for name, script in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)

    done = subprocess.run(
        ["sh", PROJECT_DIR / "deploy/system-packages", purpose],
        capture_output=True, text=True, check=False, env={"PATH": f"{tmp_path}:/usr/bin:/bin", **environment},
    )  # fmt: skip

    words = done.stdout.split()
    assert words[0] == "Installing", done.stderr
    assert {"python3-venv", "python3-pyqt5", "postgresql", "chromium"}.intersection(words) == expected


def test_no_dependency_forbids_mit() -> None:
    done = subprocess.run([sys.executable, LICENCES], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "GNU General Public License v3", ""])
def test_a_dependency_that_forbids_mit_is_named(licence: str, tmp_path: Path) -> None:
    metadata = tmp_path / "strict-1.0.dist-info/METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.4\nName: strict\nVersion: 1.0\nLicense: {licence}\n")

    done = subprocess.run(
        [sys.executable, LICENCES], capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tmp_path)}
    )

    assert done.returncode == 1
    assert done.stderr == f"strict: {licence or 'unknown'}\n"


@pytest.mark.parametrize("licence", ["LGPL-3.0-only", "MPL-2.0", "GPL-2.0-only OR MIT", "BSD"])
def test_a_dependency_that_allows_mit_passes(licence: str, tmp_path: Path) -> None:
    metadata = tmp_path / "kind-1.0.dist-info/METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.4\nName: kind\nVersion: 1.0\nLicense-Expression: {licence}\n")

    done = subprocess.run(
        [sys.executable, LICENCES], capture_output=True, check=False, env={"PYTHONPATH": str(tmp_path)}
    )

    assert done.returncode == 0


def test_the_hooks_are_of_this_repository_alone() -> None:
    hooks = yaml.safe_load((PROJECT_DIR / ".pre-commit-config.yaml").read_text())

    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]


def test_no_lock_file_names_a_registry() -> None:
    for path in (*PROJECT_DIR.glob("requirements*.txt"), PROJECT_DIR / "deploy/splash/requirements.txt"):
        assert "://" not in path.read_text()
