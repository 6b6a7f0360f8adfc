from __future__ import annotations

import ast
import re

import yaml

from tests.docs.documents import PROJECT_DIR, names, read, rows, section

FROM_ENVIRONMENT = re.compile(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"|environment\.get\(\"([A-Z_]+)\"")
ELSEWHERE = {"LC_ALL", "PATH", "NOTES"}  # the system's, and make's


def assignments() -> dict[str, ast.expr]:
    """Return the settings of crawler/settings.py, by name."""
    body = ast.parse(read("crawler/settings.py")).body
    return {
        node.targets[0].id: node.value
        for node in body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def environment_defaults() -> dict[str, str]:
    """Return what crawler/settings.py reads from the environment, with its default."""
    calls = [node for node in ast.walk(ast.parse(read("crawler/settings.py"))) if isinstance(node, ast.Call)]
    own = [call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_env"]
    return {ast.literal_eval(name): ast.literal_eval(default) for name, default in own}


def table(heading: str) -> dict[str, str]:
    """Return a table of docs/settings.md: name in the first column, value in the second."""
    return {row[0].strip("`"): row[1].strip("`") for row in rows(section(read("docs/settings.md"), heading))}


def test_every_setting_of_the_environment_is_documented_with_its_default_and_no_other_is() -> None:
    documented = {
        name: "" if default == "empty" else default for name, default in table("From the environment").items()
    }

    assert documented == environment_defaults()


def test_every_bound_of_ours_is_documented_and_no_other_is() -> None:
    ours = read("crawler/settings.py").partition("# --- Ours")[2].partition("# --- ")[0]
    bounds = set(re.findall(r"^([A-Z_]+) =", ours, re.MULTILINE)) - set(environment_defaults())

    assert set(table("In the file only")) == bounds
    assert bounds <= set(assignments())


def test_what_deploy_reads_from_the_environment_is_documented() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in (PROJECT_DIR / "deploy").rglob("*.py")]
    read_names = {first or second for text in scripts for first, second in FROM_ENVIRONMENT.findall(text)}

    assert read_names - ELSEWHERE <= names(read("docs/settings.md"))


def test_every_variable_of_compose_is_documented_and_no_other_is() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", read("docker-compose.yml")))
    passed_on = set(re.findall(r"`([A-Z_]+)`", section(read("docs/settings.md"), "For Docker Compose")))

    assert passed_on == used


def test_the_settings_that_compose_fixes_are_settings() -> None:
    services = yaml.safe_load(read("docker-compose.yml"))["services"]
    ours = {name for name in services["crawler"]["environment"] if not name.startswith("PYTHON")}

    assert ours <= set(environment_defaults())


def test_the_readme_shows_settings_with_their_defaults() -> None:
    shown = {row[0].strip("`"): row[1].strip("`") for row in rows(section(read("README.md"), "Settings"))}
    defaults = {name: default or "empty" for name, default in environment_defaults().items()}

    assert shown
    assert shown.items() <= defaults.items()
