# Two commands do everything on a fresh machine with Python 3.11 or newer:
#   make app    install, build the index if it is missing or stale, serve on port 8501
#   make test   install, lint, type-check, test
# To look at: make tour leaves a picture of every page at two widths in var/tour.
# Elsewhere than on a machine whose pip finds a CPU build of torch by itself, name the index that has one:
#   make app TORCH_INDEX=https://…

PYTHON ?= python3
TORCH_INDEX ?=
PORT ?= 8501

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALLED := .venv/installed

.PHONY: app test install lint types tour bench clean

app: install
	-$(BIN)/danchu index build
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: install lint types
	$(BIN)/pytest --numprocesses auto --dist loadfile

install: $(INSTALLED)

# torch first and alone: another package asking for it would bring gigabytes of CUDA.
$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch==2.13.0
	$(PIP) install --quiet --constraint constraints.txt --editable .[dev,llm]
	touch $@

tour: install
	mkdir -p var/tour
	TOUR=var/tour REQUIRE_BROWSER=1 $(BIN)/pytest --quiet tests/app/test_tour.py

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

bench: install
	$(BIN)/danchu bench

clean:
	rm -rf .venv var
