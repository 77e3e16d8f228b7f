PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

DATE ?= $(shell date +%F)
PROOF := build/proof
# Tools and benchmarks use what tests share; each has names that another has too.
HELPERS := tests:tests/nct06971913
# Tests that go through nothing of the core which the others leave out.
BESIDE := $(addprefix --ignore=tests/,tui leaks endurance faults kiosk ssh test_privacy.py reading/test_properties.py test_wheel.py $(addprefix nct06971913/,sentences test_demo_screen.py test_mutants.py test_both_fronts.py test_touch.py test_offer_on_screen.py test_narrowing_keys.py test_restart.py))

# The tests start the program hundreds of times, and would compile it anew each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check prove mutation coverage bench boot catalogs pictures walk constraints clean

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: $(VENV)/run ## the conversation
	@$(BIN)/prescreen

test: $(VENV)/dev ## every test but the slow proofs
	$(BIN)/pytest -n 6 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev ## every gate but the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict prescreen tests
	MYPYPATH=$(HELPERS) $(BIN)/mypy --strict tools
	MYPYPATH=$(HELPERS) $(BIN)/mypy --strict benchmarks
	$(BIN)/lint-imports --no-logo
	$(BIN)/prescreen check

prove: export PRESCREEN_CI := 1
prove: $(VENV)/dev ## the slow proofs, and the certificate: make prove DATE=2026-11-23
	rm -rf $(PROOF) dist/certificate.md
	$(BIN)/python tools/digest.py
	$(MAKE) -j2 mutation coverage
	$(BIN)/pytest -m prove -n 4 --dist worksteal --proved $(PROOF)/tests.json
	PYTHONPATH=$(HELPERS) $(BIN)/python -m sentences.table > $(PROOF)/readability.md
	$(BIN)/python tools/certificate.py $(DATE)

mutation: $(VENV)/dev ## each change of the verdict has to be noticed
	$(BIN)/python tools/mutation.py

coverage: $(VENV)/dev ## each branch of the core has to be taken by a test
	@mkdir -p $(PROOF)
	$(BIN)/coverage run -m pytest -q $(BESIDE)
	$(BIN)/coverage json -q -o $(PROOF)/coverage.json --fail-under=0
	$(BIN)/coverage report

bench: $(VENV)/dev ## how fast it is, side by side
	@for file in benchmarks/*.py; do $(BIN)/python $$file || exit 1; done

boot: $(VENV)/dev ## set up, boot and try the kiosk and the SSH door in a virtual machine
	@$(BIN)/python tools/boot $(CASES)

catalogs: $(VENV)/dev ## bring the catalogs up to the program and the flows
	$(BIN)/python -m prescreen.check.catalog_upkeep $(FLOW)

pictures: $(VENV)/dev ## draw the screens for the documentation
	$(BIN)/python tools/pictures.py
	$(BIN)/python tools/sketches.py

walk: $(VENV)/dev ## record a conversation for the documentation
	$(BIN)/python tools/walk.py

constraints: ## pin anew what pyproject.toml resolves to
	rm -rf build/constraints
	$(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet ".[test,dev]"
	build/constraints/bin/python -m pip freeze --exclude prescreen > constraints.txt

clean: ## all that is made
	rm -rf $(VENV) .ci/venv build dist .*_cache .hypothesis
	find prescreen tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +

# What running needs, and over it what testing needs; each anew when its pins change.
$(VENV)/run: pyproject.toml constraints.txt
	@echo "Setting up $(VENV), once ..."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) -e .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(INSTALL) -e ".[test,dev]"
	@touch $@
