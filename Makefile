# Two commands do everything on a fresh machine with Python 3.11 or later: `make seed` and `make test`.

VENV := .venv
BIN := $(VENV)/bin
# The stamp knows the folder: an environment that was moved with its checkout is made again.
STAMP := $(VENV)/ready-$(firstword $(shell printf %s "$(CURDIR)" | cksum))
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
JOBS := 2
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.DEFAULT_GOAL := help
.PHONY: help install seed test check format lock clean

help: ## what there is to say
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

install: $(STAMP) ## the environment in .venv, with the versions of requirements.lock

seed: $(STAMP) ## load the texts of seeds/ into the archive, and show what it holds
	@$(BIN)/archive seed
	@$(BIN)/archive status

# A file's tests stay together, because they share what they have made; each process has a server of its own.
test: $(STAMP) ## run the tests on a real PostgreSQL; TESTS="tests/test_server.py -x" runs some, JOBS=0 in one process
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(TESTS)

check: $(STAMP) ## what a reviewer would look at first: format, lint, types, layers, documents; the tests of README come with the others
	@$(BIN)/python -m ruff format --check --quiet .
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m mypy
	@$(BIN)/python -m pytest tests/test_layers.py tests/test_docs.py tests/models/test_schema_page.py

format: $(STAMP) ## write the code as the house writes it
	@$(BIN)/python -m ruff format .
	@$(BIN)/python -m ruff check --fix .

lock: ## choose the versions of requirements.lock again; needs uv; UPGRADE=--upgrade takes the newest
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command "make lock" --quiet $(UPGRADE) --output-file requirements.lock

clean: ## take away .venv and what tools have cached; the archive itself stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

$(STAMP): requirements.lock pyproject.toml
	@for python in $(PYTHON) $(PYTHONS); do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		found=$$python; \
		$$python -c 'import ensurepip, venv' 2>/dev/null && able=$$python && break; \
	done; \
	if [ -z "$$found" ]; then \
		echo 'The archive needs Python 3.11 or later. Install it, or name it: make PYTHON=/path/to/python3' >&2; exit 1; \
	fi; \
	if [ -z "$$able" ]; then \
		echo "$$found cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "Installing into $(VENV) with $$($$able --version). This happens once." >&2; \
	$$able -m venv --clear $(VENV)
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@
