"""What can be checked of docker-compose.yml and the Dockerfile without an engine."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from tests.deploy.conftest import PROJECT_DIR

DOCKERFILE = (PROJECT_DIR / "Dockerfile").read_text()
IMAGE = re.compile(r'^IMAGE = "(.*)"$', re.MULTILINE)
SETTING = re.compile(r'^(\w+) = _env\("\1", "(.*?)"\)', re.MULTILINE)
OF_COMPOSE = {"NOTES_DIR", "DATABASE_URL", "SPLASH_URL"}  # it says them itself
OF_THE_IMAGE = {"FEED_DIR", "PLATFORMS_DIR"}  # on its volume; a volume that the user names


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((PROJECT_DIR / "docker-compose.yml").read_text())


def pip_flags(text: str) -> set[str]:
    """Return the flags that a pip install of some file is called with."""
    command = next(line for line in text.replace("\\\n", " ").splitlines() if "pip install" in line)
    return {word for word in shlex.split(command) if word.startswith("--")} - {"--no-cache-dir"}


def test_the_image_is_installed_as_make_installs() -> None:
    makefile = (PROJECT_DIR / "Makefile").read_text()

    assert pip_flags(DOCKERFILE) == pip_flags(makefile)
    assert {"--no-deps", "--require-hashes", "--only-binary"} < pip_flags(makefile)
    assert "--requirement requirements.txt" in DOCKERFILE
    assert ".venv/.crawl: requirements.txt" in makefile


def test_the_image_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)

    assert users == ["refkeep"]


def test_all_that_the_image_copies_is_there() -> None:
    kept = [line[1:] for line in (PROJECT_DIR / ".dockerignore").read_text().splitlines() if line.startswith("!")]

    assert [path for path in kept if not (PROJECT_DIR / path).exists()] == []


def test_splash_cannot_see_the_database(compose: Any) -> None:
    services = compose["services"]

    assert set(services["splash"]["networks"]) & set(services["postgres"]["networks"]) == set()
    assert compose["networks"]["database"] == {"internal": True}
    assert "DATABASE_URL" not in services["splash"]["environment"]


def test_splash_is_the_pinned_image_with_our_watchdog_and_a_limit(compose: Any) -> None:
    splash = compose["services"]["splash"]
    (pinned,) = IMAGE.findall((PROJECT_DIR / "deploy/splash/run.py").read_text())

    assert splash["image"] == pinned
    assert splash["volumes"] == ["./deploy/splash:/refkeep:ro"]
    assert splash["mem_limit"] == "2g"
    script = splash["entrypoint"][1].replace("/refkeep", str(PROJECT_DIR / "deploy/splash"))
    helped = subprocess.run(["python3", script, *splash["entrypoint"][2:], "--help"], capture_output=True, check=False)
    assert helped.returncode == 0


def test_every_setting_is_passed_through_with_its_default(compose: Any) -> None:
    defaults = dict(SETTING.findall((PROJECT_DIR / "crawler/settings.py").read_text()))
    passed = compose["services"]["crawler"]["environment"]

    assert set(passed) == set(defaults) - OF_THE_IMAGE
    assert {name: passed[name] for name in set(passed) - OF_COMPOSE} == {
        name: f"${{{name}:-{default}}}" for name, default in defaults.items() if name not in OF_COMPOSE | OF_THE_IMAGE
    }


def test_splash_and_the_crawl_are_given_the_same_settings(compose: Any) -> None:
    splash, crawler = (compose["services"][name]["environment"] for name in ("splash", "crawler"))
    both = set(splash) & set(crawler)

    assert both == {"SPLASH_SLOTS", "ALLOWED_PRIVATE_HOSTS"}
    assert {name: splash[name] for name in both} == {name: crawler[name] for name in both}


def test_a_crawl_has_the_time_to_end_well(compose: Any) -> None:
    render_timeout = re.search(
        r"^RENDER_TIMEOUT = (\d+)", (PROJECT_DIR / "crawler/settings.py").read_text(), re.MULTILINE
    )
    assert render_timeout is not None

    for name in ("crawler", "cron"):
        assert int(compose["services"][name]["stop_grace_period"].removesuffix("s")) > int(render_timeout[1])


def test_no_port_is_published_beyond_this_machine(compose: Any) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]

    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_no_secret_is_written_down(compose: Any) -> None:
    values = [value for each in compose["services"].values() for value in each.get("environment", {}).items()]

    assert [value for name, value in values if "PASSWORD" in name and not value.startswith("${")] == []
    assert [value for name, value in values if name == "DATABASE_URL" and ":${POSTGRES_PASSWORD" not in value] == []


def test_the_crawl_and_cron_are_one_image_with_one_database(compose: Any) -> None:
    crawler, cron = compose["services"]["crawler"], compose["services"]["cron"]
    differing = {key for key in {*crawler, *cron} if crawler.get(key) != cron.get(key)}

    assert differing == {"command", "restart"}
    assert [path for path in cron["command"][1:] if not (PROJECT_DIR / path).is_file()] == []


def test_docker_compose_accepts_the_file() -> None:
    if not shutil.which("docker") or subprocess.call(["docker", "compose", "version"], stderr=subprocess.DEVNULL):
        pytest.skip("no docker compose here")
    environment = {**os.environ, "POSTGRES_PASSWORD": "secret"}

    done = subprocess.run(["docker", "compose", "config", "--quiet"], cwd=PROJECT_DIR, env=environment, check=False)

    assert done.returncode == 0
