.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PORT ?= 8642

.PHONY: help demo test check format lint types browser clean

help: ## What can be asked of this file
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

$(VENV)/.lint: $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	@touch $@

$(VENV)/.browser: $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test,browser]'
	@touch $@

demo: $(INSTALLED) ## Set up, take the sample corpus in, and serve the web UI
	$(BIN)/amendments demo --port $(PORT)

test: $(INSTALLED) ## Set up and pass all tests that need no browser
	$(BIN)/python -m pytest -q

check: format lint types test ## Everything that must hold before a commit

format: $(VENV)/.lint ## Is the code laid out by the formatter?
	$(BIN)/ruff format --check .

lint: $(VENV)/.lint ## Does the linter agree?
	$(BIN)/ruff check .

types: $(VENV)/.lint ## Do the types hold?
	$(BIN)/mypy

browser: $(VENV)/.browser ## The tests that drive the installed chromium and LibreOffice
	$(BIN)/python -m pytest -q -m browser

clean: ## Throw away what can be made again
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
