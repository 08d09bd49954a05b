# 两条命令：make site 生成网站，make test 跑全部测试。 Two commands: make site builds, make test tests.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

unexport PYTHONDONTWRITEBYTECODE  # set in some containers; every program that starts here would compile all of it again

.PHONY: site serve check forms test approve attack fuzz screenshots transcript help-pictures lint lock phrases bench bench-search bench-houses bench-many-houses bench-paint bench-zensical mutants properdocs clean

site: $(VENV)/.site  ## build the whole site into site/
	@$(BIN)/laomo build

serve: $(VENV)/.site  ## live preview: an edited record shows in the browser
	@$(BIN)/laomo serve

check: $(VENV)/.site  ## list all problems of all records
	@$(BIN)/laomo check

FORMS := .build/forms/node_modules
LIBRARIES := theme/forms/libraries
CMS := $(LIBRARIES)/cms
forms: $(CMS)/LICENSES.txt  ## the libraries of the form for clerks and of the CMS, by their lock (needs npm); then: laomo forms FOLDER

$(CMS)/LICENSES.txt: theme/forms/package-lock.json
	@rm -rf $(LIBRARIES) && mkdir -p .build/forms $(CMS)/sveltia/npm $(CMS)/sveltia/locales && cp theme/forms/package.json theme/forms/package-lock.json .build/forms/
	@cd .build/forms && npm ci --ignore-scripts --no-audit --no-fund --silent
	@cp $(FORMS)/@json-editor/json-editor/dist/jsoneditor.js $(FORMS)/fflate/umd/index.js $(LIBRARIES)/ && mv $(LIBRARIES)/index.js $(LIBRARIES)/fflate.js
	@cat $(FORMS)/@json-editor/json-editor/LICENSE $(FORMS)/core-js/LICENSE $(FORMS)/fflate/LICENSE >$(LIBRARIES)/LICENSES.txt
	@cp -r $(FORMS)/@sveltia/cms/npm/index.js $(FORMS)/@sveltia/cms/npm/chunks $(FORMS)/@sveltia/cms/npm/assets $(CMS)/sveltia/npm/
	@rm -f $(CMS)/sveltia/npm/*/*.map $(CMS)/sveltia/npm/*/heic* $(CMS)/sveltia/npm/*/shiki* $(CMS)/sveltia/npm/*/marker-icon*  # of other licences, or for fields that no record has
	@sed -i -E 's|https://cdn.jsdelivr.net/fontsource/fonts/|sveltia/npm/assets/|g; s,https://(www.githubstatus.com/api/v2/status.json|status-api.hostedstatus.com/1.0/status/[0-9a-f]+),status.json,g' $(CMS)/sveltia/npm/index.js  # no other host is asked: its fonts are in assets/, and how GitHub and GitLab are is nobody's question
	@{ printf 'export default '; cat $(FORMS)/@sveltia/cms/locales/zh-CN.json; } >$(CMS)/sveltia/locales/zh-CN.js
	@cp -r $(FORMS)/yaml/browser/dist $(CMS)/yaml
	@cp $(FORMS)/@sveltia/cms/schema/sveltia-cms.json $(LIBRARIES)/sveltia-cms.schema.json  # for the test of the configuration
	@cat $(FORMS)/@sveltia/cms/LICENSE.txt $(FORMS)/yaml/LICENSE >$@

test:  ## install what the tests need, lint, run all tests (ORDER=random: in any order; ORDER=number: in that one again)
	@tests/prepare
	@$(MAKE) --no-print-directory --jobs=3 $(VENV)/.dev forms tests/node_modules/.installed
	@nice $(MAKE) --no-print-directory lint >$(VENV)/lint.txt 2>&1 & lint=$$!; \
	  $(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder $(if $(ORDER),--shuffle $(ORDER:random=$$RANDOM)); \
	  tests=$$?; wait $$lint || { cat $(VENV)/lint.txt; exit 1; }; exit $$tests

tests/node_modules/.installed: tests/package-lock.json
	@cd tests && npm ci --no-audit --no-fund --silent
	@touch $@

attack: $(VENV)/.dev  ## all attacks against a built site; prints one table of what was tried and what succeeded
	@tests/prepare
	@LAOMO_KILLS=50 LAOMO_STRINGS=20000 $(BIN)/pytest -q --attacks $$($(BIN)/python -m tests.security.attacks)

fuzz: $(VENV)/.dev  ## mutated records for a minute (FOR=600: ten minutes); inputs that fail are kept in tests/security/corpus
	@$(BIN)/python -m tests.security.fuzzing $(or $(FOR),60)

approve: $(VENV)/.dev  ## write what tests hold as approved anew (pages, vocabulary, messages, what commands print); read the difference before you commit it
	@LAOMO_APPROVE=1 $(BIN)/pytest -q tests/pages/test_approved.py tests/records/models/test_vocabulary_approved.py tests/problems/test_catalogue_approved.py tests/cli/test_words_approved.py

screenshots: $(VENV)/.dev site  ## every kind of page in every width and colour scheme: contact sheets in .build/screenshots/
	@tests/prepare
	@$(BIN)/python -m tests.screenshots

help-pictures: $(VENV)/.dev  ## take the pictures of content/help/ anew: real runs in a terminal, real pages
	@tests/prepare
	@$(BIN)/python -m tests.help_pictures

transcript: $(VENV)/.dev site  ## Orca reads sample pages aloud in Firefox (Debian's orca, firefox-esr …); fails if a word is left out or said twice
	@$(BIN)/python -m tests.screen_reader

NODE := tests/node_modules/.bin
SCRIPTS := theme/scripts theme/overrides/assets/javascripts theme/offline/assets/javascripts
STYLES := 'theme/{overrides,offline}/assets/stylesheets/*.css' 'theme/standalone/*.css'
lint: $(VENV)/.dev tests/node_modules/.installed  ## style, types, who may import whom, and what the oldest browsers know
	@$(BIN)/mypy & $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports --no-logo && \
	  $(NODE)/eslint -c tests/eslint.config.js $(SCRIPTS) && $(NODE)/stylelint -c tests/stylelint.config.js $(STYLES); \
	  others=$$?; wait $$! && exit $$others

bench: $(VENV)/.site  ## build times beside MkDocs by itself, Hugo and Eleventy (up to 30 minutes; BENCH="--minutes 10" limits it)
	@$(BIN)/python benchmarks/bench.py $(BENCH)

bench-search: $(VENV)/.dev  ## our search beside Pagefind and Material's with jieba; writes benchmarks/results/search.md
	@PYTHONPATH=. $(BIN)/python -m benchmarks.search $(ARGS)

bench-houses: $(VENV)/.dev  ## what it costs to gather and build a province out of its houses, and what is found there
	@PYTHONPATH=. $(BIN)/python benchmarks/houses.py $(BENCH)

bench-many-houses: $(VENV)/.dev  ## what it costs to gather 10,000 studios in 40 houses, by one process, by two, on Dask (BENCH="--houses 400 --studios 100000")
	@$(BIN)/python benchmarks/many_houses.py $(BENCH)

bench-paint: $(VENV)/.dev site  ## what a reader with a slow phone waits for; writes benchmarks/results/paint.md (BENCH="--site before=FOLDER --site after=site": two in turn)
	@tests/prepare
	@$(BIN)/python benchmarks/paint.py $(BENCH)

bench-zensical: $(VENV)/.dev  ## how far Zensical makes the same pages of our Markdown; writes benchmarks/results/zensical.md
	@$(PYTHON) -m venv .build/zensical && .build/zensical/bin/pip install --quiet zensical==0.0.73
	@$(BIN)/python -m benchmarks.zensical .build/zensical/bin/zensical

mutants: $(VENV)/.dev  ## small random faults in the code: do the tests notice? (ROOM="text checks" SEED=1 MUTANTS=30 MINUTES=20 AT=FILE:LINE)
	@tests/prepare
	@PYTHONPATH=. $(BIN)/python -m benchmarks.mutants $(if $(ROOM),--room $(ROOM)) $(if $(SEED),--seed $(SEED)) \
	  $(if $(MUTANTS),--mutants $(MUTANTS)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(AT),--at $(AT)) $(ARGS)

properdocs: export SOURCE_DATE_EPOCH := $(shell date +%s)
properdocs: $(VENV)/.dev  ## this folder by MkDocs and by ProperDocs: fails if more than the name of the generator differs
	@rm -rf .build/by-mkdocs .build/by-properdocs && $(BIN)/laomo build && cp -r site .build/by-mkdocs
	@$(BIN)/properdocs build --quiet -f mkdocs.yml -d .build/by-properdocs
	@find .build/by-mkdocs .build/by-properdocs -name '*.html' -exec perl -pi -e 's/(name="generator" content="mkdocs-)[^"]*/$$1/' {} +
	@diff -rq .build/by-mkdocs .build/by-properdocs && echo "ProperDocs makes the same site."

lock: $(VENV)/.dev  ## renew the locks: hashes, no addresses
	@$(COMPILE) --extra build -o requirements.txt pyproject.toml
	@$(COMPILE) --extra heic -c requirements.txt -o generator/laomo/tools/starter/locked.txt pyproject.toml
	@$(COMPILE) --extra build --extra test --extra lint -c requirements.txt -o requirements-dev.txt pyproject.toml

phrases: $(VENV)/.dev  ## compile click's Chinese sentences after a change of click.po
	@$(BIN)/pybabel --quiet compile -D click -d generator/laomo/cli/locale

clean:  ## remove everything that was generated
	@rm -rf .build site

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "需要 Python 3.11 或更新（Debian、Ubuntu：apt-get install python3 python3-venv）。 Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "缺少 venv：apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.site: requirements.txt pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
