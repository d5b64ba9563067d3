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

UNIT_TESTS := $(wildcard lint/*_test.c lint/*/*_test.c rules/*_test.c)
TEST_SUPPORT := rules/trial.c
MAIN := $(wildcard lint/main.c)
# Parts of other programs than stet: they test and measure.
TOOLS := $(wildcard lint/*_main.c lint/*/*_main.c lint/spans_*.c lint/bench_*.c)
LIB_SOURCES := $(filter-out $(UNIT_TESTS) $(TEST_SUPPORT) $(MAIN) $(TOOLS),$(wildcard lint/*.c lint/*/*.c rules/*.c rules/*/*.c))
# Files that are built into the program: lint/embedded.h.
EMBEDDED := $(sort $(shell find schemas -type f) $(wildcard rules/*/*.md))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(B)/%.o) $(B)/gen/embedded_files.o
UNIT_PROGRAMS := $(UNIT_TESTS:%.c=$(B)/%)

all: $(if $(MAIN),$(B)/stet,$(B)/libstet.a)

$(B)/stet: $(B)/lint/main.o $(B)/libstet.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/libstet.a: $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(B)/values: $(B)/lint/values_main.o $(B)/libstet.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/rules/%_test: $(B)/rules/%_test.o $(TEST_SUPPORT:%.c=$(B)/%.o) $(B)/libstet.a
	$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

$(B)/%_test: $(B)/%_test.o $(B)/libstet.a
	$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

$(B)/gen/embedded_files.c: lint/embed.sh Makefile $(EMBEDDED)
	@mkdir -p $(@D)
	sh lint/embed.sh $(EMBEDDED) > $@

$(B)/gen/%.o: $(B)/gen/%.c
	$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

$(B)/lint/version.o: Makefile
$(B)/lint/version.o: ALL_CPPFLAGS += -DSTET_VERSION='"$(VERSION)"' -DSTET_HOMEPAGE='"$(HOMEPAGE)"'

# Every unit test, one program after another.
unit: $(UNIT_PROGRAMS)
	@set -e; for t in $(UNIT_PROGRAMS); do $$t; done

test: all unit

# The readers of values against the suites of others, which lie beside the project.
SUITES ?= ../shared/conformance
values-conformance: $(B)/values
	@if test -d $(SUITES)/json; then $(B)/values json $(SUITES)/json/test_parsing; \
	else echo "$(SUITES): not there, skipped"; fi

conformance: values-conformance

# Rewrites expected reports and fixed texts of pages and fixtures: read the diff.
accept: $(B)/rules/pages_test $(B)/rules/fixtures_test
	-STET_ACCEPT=1 $(B)/rules/pages_test
	-STET_ACCEPT=1 $(B)/rules/fixtures_test

# The SARIF of the sample articles must please Microsoft's validator, which comes
# from npm when it is not there.
PEERS ?= $(B)/peers
sarif-check: $(B)/stet $(PEERS)/node_modules/@microsoft/sarif-multitool/package.json
	$(B)/stet check --format sarif testdata/articles > $(B)/articles.sarif; test $$? -le 1
	node testdata/sarif/validate.js $(PEERS) $(B)/articles.sarif

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
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

# What parsing with bare cmark costs: the measure for all else.
$(B)/bench-cmark: $(B)/lint/bench_cmark.o
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

clean:
	rm -rf build

-include $(LIB_OBJECTS:.o=.d) $(TOOLS:%.c=$(B)/%.d) $(B)/lint/main.d $(UNIT_PROGRAMS:=.d)

.PHONY: all unit test accept conformance values-conformance spans sarif-check config-schema format clean
.SECONDARY:
.DELETE_ON_ERROR:
