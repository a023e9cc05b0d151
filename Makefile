# The fixed commands of the project. Each makes .venv ready first, which takes a moment the first time
# and nothing after that. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint check format bench screenshots translations sim faults dist dist-server dist-linux dist-windows test-dist kit requirements clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# the words of the window in each language, as the program reads them
WORDS := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
JOBS ?= 2
SEEDS ?= 200
# `make faults N=50` does each fault fifty times, `make faults FAULTS="kills torn"` only these
N ?=
FAULTS ?=
# extra options for pytest, such as `make test ARGS="tests/unit -k merge"`
ARGS ?=

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "make %-13s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv with everything pinned

$(READY): pyproject.toml packaging/setup.sh packaging/system_packages.sh $(wildcard requirements/*.txt)
	sh packaging/setup.sh
	@touch $@

%.qm: %.ts | $(READY)
	$(BIN)/python packaging/translations.py compile

run: $(READY) $(WORDS) ## start a hub and two laptops with sample records, and open both windows
	@sh packaging/system_packages.sh $(BIN)/python
	$(BIN)/python packaging/demo/run_demo.py

test: $(READY) $(WORDS) ## every test
	QT_QPA_PLATFORM=offscreen sh packaging/on_memory_disk.sh $(BIN)/python -m pytest -n $(JOBS) $(ARGS)

lint: $(READY) ## formatting, lint, types and the import rule
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: lint test ## lint and test: what a change must pass

format: $(READY) ## lay the code out
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY) $(WORDS) ## the measured figures, each beside its raw limit
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(READY) $(WORDS) ## every screen with sample data, into docs/screenshots/
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.screenshots docs/screenshots

translations: $(READY) ## new strings of the window into resources/translations, and what is missing there
	$(BIN)/python packaging/translations.py update
	$(BIN)/python packaging/translations.py compile
	$(BIN)/python packaging/translations.py missing

sim: $(READY) ## the seeded simulation of laptops and hubs under faults, on all cores: SEEDS=n
	$(BIN)/python -m tests.simulation --seeds $(SEEDS)

faults: $(READY) ## kills, torn logs, flipped bytes, full disks, races, migrations, clocks, nonsense: N=n at the most
	$(BIN)/python -m tests.faults $(FAULTS) $(if $(N),--count $(N))

dist: ## everything that is given out, into dist/: each part, then the kit of them; prints sizes and time
	@started=$$(date +%s) && $(MAKE) dist-server dist-linux dist-windows && $(MAKE) kit && \
	  $(BIN)/python packaging/sizes.py --since $$started

dist-server: $(READY) $(WORDS) ## the wheel and the source archive, into dist/
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m build --no-isolation --outdir dist .

kit: $(READY) $(WORDS) ## what goes round on a stick, of what lies in dist/: RELEASE_KEY=file REVISION=n
	$(BIN)/python packaging/kit/make_kit.py $(if $(RELEASE_KEY),--release-key $(RELEASE_KEY)) \
	  $(if $(REVISION),--revision $(REVISION))

dist-linux: $(READY) $(WORDS) ## the installers for Linux: dist/linux/, a .run for one person, a .deb for a whole computer
	@sh packaging/linux/system_packages.sh
	PYTHONPATH=packaging:packaging/freeze $(BIN)/python packaging/linux/make_linux.py $(ARGS)

dist-windows: $(READY) $(WORDS) ## the program and its setup for Windows, built under wine: dist/windows/, dist/Delve-*-setup.exe
	@sh packaging/windows/system_packages.sh
	$(BIN)/python packaging/windows/make_windows.py

test-dist: $(READY) ## what `make dist` built, installed and used as a person would: needs root, takes minutes
	@sh packaging/windows/system_packages.sh --tests
	@sh packaging/linux/system_packages.sh --tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m dist -n 0 tests/packaging $(ARGS)

requirements: $(READY) ## pin the newest versions anew
	sh packaging/lock_requirements.sh

clean: ## remove what was built, but no data
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
