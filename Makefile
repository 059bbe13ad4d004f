# Détente: one command for everything. `make` alone lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
FILES ?= examples

.PHONY: help map serve picture learn weights signs test server browser gate bench bench-large compare lint

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/ready: requirements.txt pyproject.toml
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

map: .venv/ready ## print the dialogue map of the bundled examples, or of FILES="a.txt b.txt"
	@$(BIN)/detente map $(FILES)

serve: .venv/ready ## open the bundled examples, or FILES="a.txt b.txt", in a browser
	@$(BIN)/detente add $(FILES) --store sqlite:///.venv/serve.sqlite
	@$(BIN)/detente serve --store sqlite:///.venv/serve.sqlite

picture: .venv/ready ## draw docs/map.svg from the bundled examples
	@$(BIN)/detente map examples --format svg -o docs/map.svg

test: .venv/ready server browser ## run the tests
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# A PostgreSQL server for the tests: of the system, else of Debian's package where we may install one.
server:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && apt-get install -qq -y --no-install-recommends postgresql >/dev/null 2>&1; } \
	|| echo "PostgreSQL is not installed (Debian: postgresql), so stores on it are not tested"

# A browser for the tests, with letters for Chinese: of the system, else of Debian's packages where we may install them.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk >/dev/null 2>&1; } \
	|| echo "Chromium is not installed (Debian: chromium, fonts-noto-cjk), so pages are not opened in a browser"

gate: .venv/ready ## score the readings against gold
	@$(BIN)/python eval/gate.py

learn: .venv/ready ## learn anew what words say about topics and acts, from the labelled statements
	@$(BIN)/python eval/learn.py
	@$(BIN)/python eval/learn_acts.py

weights: .venv/ready ## fit anew how much what stands around a statement counts for its topic, to the open gold
	@$(BIN)/python eval/weights.py

signs: .venv/ready ## learn anew what leads up to a statement that goes on with the matter before it, from the open gold
	@$(BIN)/python eval/learn_signs.py

bench: .venv/ready ## measure speed, start-up, memory and growth against limits, adding to a store, copies, and searches and evidence in 10,000 documents
	@$(BIN)/python eval/bench.py; read=$$?; $(BIN)/python eval/corpus.py; added=$$?; $(BIN)/python eval/copies.py; \
	$(BIN)/python eval/large.py --documents 10000 --only searches --only maps && exit $$((read + added))

bench-large: .venv/ready ## measure searches, maps, evidence, networks, ledgers, accounts, removing and the server with a store of 100,000 documents against limits
	@$(BIN)/python eval/large.py; large=$$?; $(BIN)/python eval/ledger_bench.py; ledgers=$$?; $(BIN)/python eval/serve_bench.py && exit $$((large + ledgers))

compare: .venv/ready ## read the same English articles with our grammar and, where it is installed, with spaCy
	@$(BIN)/python eval/compare.py

lint: .venv/ready ## check style and types
	@$(BIN)/ruff check src tests eval
	@$(BIN)/mypy
