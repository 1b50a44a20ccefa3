# Rejoinder: `make demo` opens the bundled sample, `make test` tests everything that needs no other program.
# Each builds its own environment under build/, from the first Python found: 3.14 down to 3.11, else what uv brings.

SHELL := /bin/bash
.DEFAULT_GOAL := help

FOUND := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; \
	then command -v $$p; break; fi; done)
UV := $(shell command -v uv 2>/dev/null)

DEMO := build/demo
TEST := build/test
PROGRAM := $(wildcard corpus/*.py corpus/*/*.py index/*.py index/*/*.py tui/*.py tui/*/*.py)

# $(call environment,FOLDER,WHAT TO INSTALL): a virtual environment, or a sentence that says what to install.
define environment
	@mkdir -p build
	@if [ -n "$(FOUND)" ]; then \
	  $(FOUND) -c 'import venv, ensurepip' 2>/dev/null || { \
	    echo "$(FOUND) has no venv module; install it (on Debian and Ubuntu: apt install python3-venv) and try again." >&2; exit 2; }; \
	  $(FOUND) -m venv --clear $(1) && $(1)/bin/python -m pip install --quiet --disable-pip-version-check $(2); \
	elif [ -n "$(UV)" ]; then \
	  $(UV) venv --quiet --clear --python '>=3.11,<3.15' $(1) && $(UV) pip install --quiet --python $(1)/bin/python $(2); \
	else \
	  echo "Rejoinder needs Python 3.11 to 3.14, or uv; install one of them and try again." >&2; exit 2; \
	fi
	@touch $@
endef

$(DEMO)/.ready: pyproject.toml $(PROGRAM)
	$(call environment,$(DEMO),.)

$(TEST)/.ready: pyproject.toml
	$(call environment,$(TEST),-e '.[dev]')

.PHONY: help demo test lint check torture sample docs pictures clean

help: ## say what there is
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(DEMO)/.ready ## install into build/demo and open the bundled sample
	@$(DEMO)/bin/rejoinder demo

lint: $(TEST)/.ready ## style, types and the direction of imports
	$(TEST)/bin/ruff check .
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/mypy
	$(TEST)/bin/lint-imports

test: lint ## lint, types and every test that needs no other program
	$(TEST)/bin/python -m pytest -q -n 2 -m 'not tools and not torture'

check: $(TEST)/.ready ## the tests that need tmux, sshd or a package registry
	$(TEST)/bin/python -m pytest -q -n 2 -m 'tools and not torture'

torture: $(TEST)/.ready ## the long runs
	$(TEST)/bin/python -m pytest -q -m 'torture'

sample: $(TEST)/.ready ## make the sample's PDF and DOCX files again
	$(TEST)/bin/python -m tests.sample.make_sample

docs: $(TEST)/.ready ## write docs/keys.md and docs/query-language.md again, from the code
	$(TEST)/bin/python -m tui.commands > docs/keys.md
	$(TEST)/bin/python -m index.fields > docs/query-language.md

pictures: $(TEST)/.ready ## make the README's pictures again
	$(TEST)/bin/python -m tui.pictures docs/pictures

clean: ## remove the environments
	rm -rf build
