# Refkeep: `make` prints what there is. Every target sets up what it needs, once.

PYTHON ?= python3
ARGS ?=
JOBS ?= 2
export NOTES

# Without its resolver, as the lock is whole: that of Debian 12 stumbles over lxml[html-clean] beside lxml[html_clean].
PIP_INSTALL := -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --requirement
SPLASH_BESIDE := deploy/splash/run.py --
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header
TYPED_SCRIPTS := $(filter-out deploy/splash/launcher.py,$(wildcard deploy/*.py deploy/splash/*.py))
DEMO_SITE := 127.0.0.1:8731
BENCH_HOSTS := 127.0.0.1,127.0.0.2,127.0.0.3,127.0.0.4,127.0.0.5,127.0.0.6,127.0.0.7,127.0.0.8

.DEFAULT_GOAL := help
.NOTPARALLEL: # apt-get runs once at a time
.PHONY: help crawl crawl-notes crawl-demo setup test check types bench splash chromium lock clean \
	packages-to-crawl packages-to-test packages-for-chromium splash-for-crawl

help: ## print this
	@echo "make crawl                  crawl examples/notes against the bundled site; no network needed"
	@echo "make crawl NOTES=~/notes    crawl the sources that your notes cite; ARGS=\"-a limit=10\" passes more"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | grep -v '^make crawl' | expand -t 28

crawl: $(if $(NOTES),crawl-notes,crawl-demo) ## (above)

crawl-notes: .venv/.crawl splash-for-crawl
	@case "$$NOTES" in "~"|"~/"*) NOTES="$$HOME$${NOTES#\~}" ;; esac; \
	.venv/bin/python $(SPLASH_BESIDE) .venv/bin/scrapy crawl sources -a notes="$$NOTES" $(ARGS)

# Its Splash has a port of its own: one that runs already is closed to the demo's site.
crawl-demo: .venv/.crawl splash-for-crawl
	@SPLASH_URL="$${SPLASH_URL-http://127.0.0.1:8051}" ALLOWED_PRIVATE_HOSTS=$(DEMO_SITE) \
	.venv/bin/python $(SPLASH_BESIDE) .venv/bin/python examples/demo.py $(ARGS)

setup: packages-to-test .venv/.crawl .venv/.develop .venv/.chromium .splash/.installed ## set up all that the others need

# Each process that tests brings up a Splash and a PostgreSQL of its own.
test: setup ## run all tests, JOBS=2 at a time; ARGS="-k notes" chooses some
	@.venv/bin/python -m pytest --numprocesses $(JOBS) --dist worksteal $(ARGS)

check: .venv/.develop types ## lint, format, types, import contracts, licences
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --check --quiet
	@.venv/bin/lint-imports
	@.venv/bin/python deploy/licences.py

types: .venv/.develop
	@.venv/bin/mypy
	@.venv/bin/mypy $(TYPED_SCRIPTS)

bench: .venv/.develop splash-for-crawl ## measure
	@SPLASH_URL="$${SPLASH_URL-http://127.0.0.1:8052}" ALLOWED_PRIVATE_HOSTS=$(BENCH_HOSTS) \
	.venv/bin/python $(SPLASH_BESIDE) .venv/bin/python -m benchmarks $(ARGS)

splash: splash-for-crawl ## a Splash in the foreground, on SPLASH_URL
	@$(PYTHON) deploy/splash/run.py

chromium: packages-for-chromium .venv/.chromium ## install a current browser, for pages that Splash is too old for

lock: ## pin the requirements anew (needs uv)
	$(UV_COMPILE) requirements.in --output-file requirements.txt
	$(UV_COMPILE) --constraint requirements.txt requirements-dev.in --output-file requirements-dev.txt
	$(UV_COMPILE) --constraint requirements.txt requirements-chromium.in --output-file requirements-chromium.txt
	cd deploy/splash && $(UV_COMPILE) requirements.in --output-file requirements.txt

clean: ## take away what `make setup` made; data/ stays
	rm -rf .venv .splash .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# --- What the targets above need -----------------------------------------------------------------------------------

packages-to-crawl:
	@sh deploy/system-packages crawl

packages-to-test:
	@sh deploy/system-packages test

packages-for-chromium:
	@sh deploy/system-packages chromium

.venv/bin/python: | packages-to-crawl
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Refkeep needs Python 3.11 or newer; name one: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv .venv

.venv/.crawl: requirements.txt | .venv/bin/python
	@echo "Installing what a crawl needs into .venv"
	@.venv/bin/python $(PIP_INSTALL) $<
	@touch $@

.venv/.develop: requirements-dev.txt | .venv/.crawl
	@echo "Installing what tests and checks need into .venv"
	@.venv/bin/python $(PIP_INSTALL) $<
	@touch $@

.venv/.chromium: requirements-chromium.txt | .venv/.crawl
	@echo "Installing what drives Chromium into .venv"
	@.venv/bin/python $(PIP_INSTALL) $<
	@touch $@

# Splash's own interpreter: Debian's, because Debian's PyQt5 is made for it.
.splash/.installed: deploy/splash/requirements.txt | packages-to-crawl
	@echo "Installing Splash into .splash"
	@/usr/bin/python3 -m venv --system-site-packages .splash
	@.splash/bin/python $(PIP_INSTALL) $<
	@touch $@

# Nothing to install where SPLASH_URL is empty, or where a Docker engine has Splash's image.
splash-for-crawl: | packages-to-crawl
	@[ -z "$${SPLASH_URL-unset}" ] || docker version >/dev/null 2>&1 || $(MAKE) --no-print-directory .splash/.installed
