# CPython 3.11 or later; `make demo` and `make test` need nothing else but a C compiler.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export OMP_NUM_THREADS ?= 1

.PHONY: demo test check reference bench eval lock clean

demo: $(VENV)/installed
	$(BIN)/dragoman dossier KAZ RUS samples/??-*.md

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n 2

check: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/generate_reference.py --check
	$(BIN)/python -m pytest tests/house

reference: $(VENV)/installed-dev
	$(BIN)/python scripts/generate_reference.py
	$(BIN)/python scripts/refresh_readme.py

bench: $(VENV)/installed-dev
	$(BIN)/python scripts/bench.py

eval: $(VENV)/installed-dev
	$(BIN)/python scripts/evaluate.py

# The locks are made from pyproject.toml; no address of a package index is written to them.
LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock: $(VENV)/installed-dev
	$(PIP) install pip-tools
	$(BIN)/pip-compile $(LOCK) --output-file requirements.lock pyproject.toml
	cp requirements.lock requirements-dev.lock
	$(BIN)/pip-compile $(LOCK) --extra dev --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/installed
