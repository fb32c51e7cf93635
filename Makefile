PY := .venv/bin/python
SRC := src tests benchmarks

.PHONY: install demo test check bench docs lock clean

install: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	test -x $(PY) || python3 -m venv .venv
	$(PY) -m pip install -qq --require-hashes --requirement requirements.lock
	$(PY) -m pip install -qq --no-deps --no-build-isolation --editable .
	touch $@

demo: install
	@.venv/bin/retold trace examples/affair --metadata examples/affair/metadata.tsv

test: install check
	$(PY) -m pytest -n 2

check: install
	.venv/bin/ruff check $(SRC)
	.venv/bin/ruff format --check $(SRC)
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: install
	$(PY) -m benchmarks

docs: install
	.venv/bin/typer retold.show.cli utils docs --name retold --title "Commands" --output docs/commands.md

lock: install
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--group dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv
