# Makefile - builds, tests and measures stet. `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
B ?= build

VERSION ?= 0.1.0
HOMEPAGE ?= https://github.com/stet-lint/stet

PACKAGES = libpcre2-8 yaml-0.1
STRICT = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wvla \
	-Wwrite-strings -Wstrict-prototypes $(if $(DEVELOPER),-Werror)
ALL_CPPFLAGS = -I. -I$(B) -D_XOPEN_SOURCE=700 $(shell pkg-config --cflags $(PACKAGES)) $(CPPFLAGS)
ALL_CFLAGS = $(STRICT) -MMD -MP $(CFLAGS)
LIBS = -lcmark-gfm-extensions -lcmark-gfm $(shell pkg-config --libs $(PACKAGES)) -lm $(LDLIBS)

# A short line for each command; V=1 prints the commands themselves, -s nothing.
short = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@echo '  $(1)';)
COMPILE = $(call short,CC $<)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<
LINK = $(call short,LD $@)$(CC) $(LDFLAGS) -o $@ $^

UNIT_TESTS := $(wildcard lint/*_test.c lint/*/*_test.c rules/*_test.c)
TEST_SUPPORT := rules/trial.c rules/examples.c
MAIN := $(wildcard lint/main.c)
# Parts of other programs than stet: they test and measure.
TOOLS := $(wildcard lint/*_main.c lint/*/*_main.c lint/spans_*.c lint/bench_*.c lint/values_*.c lint/fuzz/*.c)
FUZZ_SOURCES := $(filter-out %_main.c,$(wildcard lint/fuzz/*.c))
LIB_SOURCES := $(filter-out $(UNIT_TESTS) $(TEST_SUPPORT) $(MAIN) $(TOOLS),$(wildcard lint/*.c lint/*/*.c rules/*.c rules/*/*.c))
# Files that are built into the program: lint/embedded.h.
EMBEDDED := $(sort $(shell find schemas -type f) $(wildcard rules/*/*.md docs/*/*.md))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(B)/%.o) $(B)/gen/embedded_files.o
UNIT_PROGRAMS := $(UNIT_TESTS:%.c=$(B)/%)

# What a fresh machine needs, by package manager (lint/install.sh).
DEBIAN = gcc libc6-dev make pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
	libpcre2-dev libcmocka-dev
FEDORA = gcc make pkgconf cmark-gfm-devel libyaml-devel pcre2-devel libcmocka-devel
ARCH = gcc make pkgconf cmark-gfm libyaml pcre2 cmocka
BREW = pkg-config cmark-gfm libyaml pcre2 cmocka
# What `make lint` needs besides.
DEBIAN_LINT = clang libclang-rt-14-dev clang-format cppcheck shellcheck

## all: the program, build/stet (default); V=1 prints whole commands
all: $(B)/stet

## help: this list
help:
	@sed -n 's/^## //p' Makefile

## demo: install what is missing, build, check the sample articles
demo:
	@DEBIAN="$(DEBIAN)" FEDORA="$(FEDORA)" ARCH="$(ARCH)" BREW="$(BREW)" sh lint/install.sh
	@$(MAKE) --no-print-directory all
	$(B)/stet check --fail-on never testdata/articles

$(B)/stet: $(B)/lint/main.o $(B)/libstet.a
	$(LINK) $(LIBS)

$(B)/libstet.a: $(LIB_OBJECTS)
	@rm -f $@
	$(call short,AR $@)ar rcs $@ $^

$(B)/values: $(patsubst %.c,$(B)/%.o,$(wildcard lint/values_*.c)) $(B)/libstet.a
	$(LINK) $(LIBS)

$(B)/conformance: $(B)/lint/schema/conformance_main.o $(B)/libstet.a
	$(LINK) $(LIBS)

$(filter $(B)/rules/%,$(UNIT_PROGRAMS)): %_test: %_test.o $(TEST_SUPPORT:%.c=$(B)/%.o) $(B)/libstet.a
	$(LINK) -lcmocka $(LIBS)

$(B)/%_test: $(B)/%_test.o $(B)/libstet.a
	$(LINK) -lcmocka $(LIBS)

$(B)/gen/embedded_files.c: lint/embed.sh Makefile $(EMBEDDED)
	@mkdir -p $(@D)
	$(call short,EMBED $@)sh lint/embed.sh $(EMBEDDED) > $@

$(B)/gen/%.o: $(B)/gen/%.c
	$(COMPILE)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE)

$(B)/lint/version.o: Makefile
$(B)/lint/version.o: ALL_CPPFLAGS += -DSTET_VERSION='"$(VERSION)"' -DSTET_HOMEPAGE='"$(HOMEPAGE)"'

# Everything that is C, for the compilers' warnings.
programs: $(UNIT_PROGRAMS) $(TOOLS:%.c=$(B)/%.o)

## test: all tests; T=RULE for one rule's pages and fixtures
test: all $(UNIT_PROGRAMS) $(B)/stet-trouble $(B)/cli_cases $(B)/replay
	@sh lint/run_tests.sh $(UNIT_PROGRAMS) $(B)/replay $(B)/cli_cases

# stet with a rule that crashes, hangs or eats memory where a text asks for it.
$(B)/stet-trouble: $(B)/lint/trouble_main.o $(B)/libstet.a
	$(LINK) $(LIBS)

# The cases of testdata/cli as one more test program.
$(B)/cli_cases: lint/cli_cases.sh
	@printf '#!/bin/sh\nexec sh lint/cli_cases.sh %s\n' $(B) > $@ && chmod +x $@

# What the fuzzer was fed and what it found, once more: testdata/fuzz.
$(B)/replay: $(FUZZ_SOURCES:%.c=$(B)/%.o) $(B)/lint/fuzz/replay_main.o $(B)/libstet.a
	$(LINK) $(LIBS)

## asan: the tests under AddressSanitizer and UndefinedBehaviorSanitizer
asan:
	@$(MAKE) --no-print-directory B=build/asan CFLAGS="-O1 -g -fno-omit-frame-pointer \
		-fsanitize=address,undefined -fno-sanitize-recover=undefined" \
		LDFLAGS="-fsanitize=address,undefined" test

# Everything is built by clang with coverage; the fuzzer brings a main() of its own.
FUZZ = build/fuzz
FUZZ_TIME ?= 60
## fuzz: libFuzzer for FUZZ_TIME seconds on each target, or on T=yaml alone
fuzz:
	@sh lint/fuzz/check_runtime.sh
	@$(MAKE) --no-print-directory B=$(FUZZ) CC=clang CFLAGS="-O1 -g -fno-omit-frame-pointer \
		-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
		$(FUZZ)/fuzz > /dev/null
	@sh lint/fuzz/fuzz.sh $(FUZZ) $(FUZZ_TIME) $(T)

$(FUZZ)/fuzz: $(FUZZ_SOURCES:%.c=$(FUZZ)/%.o) $(FUZZ)/lint/fuzz/libfuzzer_main.o $(FUZZ)/libstet.a
	$(call short,LD $@)$(CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(LIBS)

## install: into PREFIX (/usr/local), below DESTDIR
install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(B)/stet $(DESTDIR)$(PREFIX)/bin/stet

## uninstall: take it away again
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/stet

## lint: layout, warnings of two compilers, static analysis, include rules
lint: all
	clang-format --dry-run -Werror $$(git ls-files '*.c' '*.h')
	sh lint/check_includes.sh
	sh lint/check_map.sh
	shellcheck lint/*.sh lint/fuzz/*.sh .ci/run
	@$(MAKE) --no-print-directory B=build/gcc CC=gcc DEVELOPER=1 all programs
	@$(MAKE) --no-print-directory B=build/clang CC=clang DEVELOPER=1 all programs
	cppcheck --quiet --std=c11 '-Dbug(what)=abort()' --error-exitcode=1 --inline-suppr \
		--enable=warning,portability --suppress=missingIncludeSystem --suppress=ctuuninitvar -I. lint rules
	$(B)/stet schema config | cmp - schemas/config.schema.json
	$(B)/stet check --quiet README.md CONTRIBUTING.md CHANGELOG.md docs rules

# The readers of values against the suites of others, which lie beside the project.
# With every expectation inverted nothing may pass: the comparison can fail.
SUITES ?= ../shared/conformance
values-conformance: $(B)/values
	@for suite in json/test_parsing toml; do \
		if test -d $(SUITES)/$$suite; then \
			$(B)/values $${suite%%/*} $(SUITES)/$$suite && \
			$(B)/values --invert $${suite%%/*} $(SUITES)/$$suite > /dev/null || exit 1; \
		else echo "$(SUITES)/$$suite: not there, skipped"; fi; \
	done

# The schema engine against the official suite, then with all verdicts expected the other
# way round, so that a test which cannot fail is seen. ARGS=--verbose names what fails.
SUITE ?= $(SUITES)/json-schema
schema-conformance: $(B)/conformance
	@if test -d $(SUITE)/tests; then \
		$(B)/conformance $(ARGS) $(SUITE) && $(B)/conformance --invert $(SUITE); \
	else echo "$(SUITE): not there, skipped"; fi

conformance: values-conformance schema-conformance

# One finding each for front matters gone wrong, exactly where it is wanted.
CASES ?= $(SUITES)/front-matter
front-matter-cases: $(B)/front-matter-cases $(B)/stet
	@if test -f $(CASES)/ideal.tsv; then $(B)/front-matter-cases $(B)/stet $(CASES); \
	else echo "front-matter-cases: skipped, there is no $(CASES)"; fi

$(B)/front-matter-cases: $(B)/lint/front_matter_cases_main.o $(B)/libstet.a
	$(LINK) $(LIBS)

## accept: rewrite expected findings
# Rewrites expected reports and fixed texts of pages and fixtures: read the diff.
accept: all $(B)/rules/pages_test $(B)/rules/vocabulary_test $(B)/rules/fixtures_test $(B)/rules/front_matter_test $(B)/stet-trouble
	-STET_ACCEPT=1 $(B)/rules/pages_test
	-STET_ACCEPT=1 $(B)/rules/vocabulary_test
	-STET_ACCEPT=1 $(B)/rules/fixtures_test
	-STET_ACCEPT=1 $(B)/rules/front_matter_test
	-STET_ACCEPT=1 sh lint/cli_cases.sh $(B)

# The same findings as markdownlint's, line for line, over the corpora beside the project.
MARKDOWNLINT_RULES = $(shell sed -n 's/^ *\.code = "\(MD[0-9]*\)".*/\1,/p' rules/*/*.c | tr -d '\n')
parity: $(B)/stet
	@if test -d $(SUITES)/markdownlint; then \
		python3 $(SUITES)/markdownlint/parity --stet $(B)/stet --rule $(MARKDOWNLINT_RULES); \
	else echo "$(SUITES)/markdownlint: not there, skipped"; fi

# The SARIF of the sample articles and of schemas with findings of all kinds must please
# Microsoft's validator, which comes from npm when it is not there.
PEERS ?= build/peers
WRONG_SCHEMAS = $(wildcard testdata/cli/schema-check/*.yaml testdata/cli/schema-check/*.json)
sarif-check: $(B)/stet $(PEERS)/node_modules/@microsoft/sarif-multitool/package.json
	$(B)/stet check --format sarif testdata/articles > $(B)/articles.sarif; test $$? -le 1
	$(B)/stet schema check --format sarif $(WRONG_SCHEMAS) > $(B)/schemas.sarif; test $$? -eq 1
	node testdata/sarif/validate.js $(PEERS) $(B)/articles.sarif
	node testdata/sarif/validate.js $(PEERS) $(B)/schemas.sarif

$(PEERS)/node_modules/@microsoft/sarif-multitool/package.json:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) @microsoft/sarif-multitool

# The schema of stet.yaml, which the rules' option tables decide.
config-schema: $(B)/stet
	$(B)/stet schema config > $(B)/config.schema.json
	cp $(B)/config.schema.json schemas/config.schema.json

# Are all nodes of all these files where they say they are?
CORPUS ?= ../shared/corpora
spans: $(B)/spans
	@if [ -d "$(CORPUS)" ]; then $(B)/spans $(CORPUS); \
	else echo "spans: skipped, there is no $(CORPUS)"; fi

$(B)/spans: $(patsubst %.c,$(B)/%.o,$(wildcard lint/spans*.c)) $(B)/libstet.a
	$(LINK) $(LIBS)

# What parsing with bare cmark costs: the measure for all else.
$(B)/bench-cmark: $(B)/lint/bench_cmark.o
	$(LINK) $(LIBS)

# Optimized, whatever the build at hand is.
BENCH = build/bench-build
RUNS ?= 7
## bench: CPU of stet beside bare cmark-gfm and the peers in build/peers; CORPUS=
bench:
	@$(MAKE) --no-print-directory B=$(BENCH) CFLAGS="-O2 -DNDEBUG" $(BENCH)/stet $(BENCH)/bench \
		$(BENCH)/bench-cmark > /dev/null
	@sh lint/bench.sh $(BENCH) $(PEERS) "$(CORPUS)" $(RUNS)

$(B)/bench-front-matter: $(B)/lint/bench_front_matter.o $(B)/lint/bench_documents.o \
		$(B)/lint/bench_yaml.o $(B)/libstet.a
	$(LINK) $(LIBS)

## bench-front-matter: what a front matter costs, beside validators in build/peers
bench-front-matter:
	@$(MAKE) --no-print-directory B=$(BENCH) CFLAGS="-O2 -DNDEBUG" $(BENCH)/bench-front-matter \
		> /dev/null
	@sh lint/bench_front_matter.sh $(BENCH) $(PEERS) $(RUNS)

## bench-peers: install the programs that the benches compare with
bench-peers:
	npm install --silent --no-audit --no-fund --prefix $(PEERS) rumdl markdownlint-cli2 \
		ajv ajv-formats @sourcemeta/jsonschema

$(B)/bench: $(B)/lint/bench_main.o
	$(LINK)

## format: lay out all C files
format:
	clang-format -i $$(git ls-files '*.c' '*.h')

## clean: remove build/
clean:
	rm -rf build

-include $(LIB_OBJECTS:.o=.d) $(TEST_SUPPORT:%.c=$(B)/%.d) $(TOOLS:%.c=$(B)/%.d) $(B)/lint/main.d $(UNIT_PROGRAMS:=.d)

.PHONY: all help programs demo test accept asan fuzz lint format clean install uninstall
.PHONY: conformance schema-conformance values-conformance front-matter-cases spans parity
.PHONY: sarif-check config-schema bench bench-front-matter bench-peers
.SECONDARY:
.DELETE_ON_ERROR:

# The value of a variable, for scripts.
print-%:
	@echo $($*)
