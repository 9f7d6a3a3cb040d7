# What people type. `make demo` and `make test` need nothing but Swift on Debian and its kin.

PREFIX ?= /usr/local
SWIFT  ?= swift
FORMATTED = Package.swift Migrations Profiles Sources Tests

.PHONY: demo test fuzz bench build install format lint sqlite

demo: build
	@.build/release/minerbook demo

test: sqlite
	$(SWIFT) test

# 100,000 mutated files for the reader and the importer, optimised and in a folder of their own.
# `make test` throws all of them at the reader, and every fifth at the importer.
fuzz: sqlite
	$(SWIFT) test --configuration release --scratch-path .build-fuzz -Xswiftc -enable-testing \
	    --filter FuzzTests

# The program against what people would use instead (Benchmarks/README.md): some fifteen minutes.
# `make bench BENCH=--quick` sees in a minute that everything works.
bench: build
	Benchmarks/setup
	Benchmarks/run $(BENCH)

# On Linux the program has all it needs in itself, SQLite too, so that nothing is looked up, linked
# and moved to its place at every start: a fifth of a report's time (docs/DECISIONS.md). Where the
# system has its libraries only to share, Swift's own alone goes into the program. (lld, because
# gold warns of what Foundation could do with such a system's users, which nothing of ours does.)
ifeq ($(shell uname),Linux)
LINKING = --disable-local-rpath $(if $(CAN_BE_STATIC),$(STATIC),$(SHARED))
STATIC  = -Xswiftc -static-executable -Xswiftc -use-ld=lld
SHARED  = --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie
CAN_BE_STATIC = $(shell echo 'int main(void) { return 0; }' \
    | $${CC:-clang} -x c - -static -lsqlite3 -lstdc++ -lm -o /dev/null 2>/dev/null && echo yes)
endif

build: sqlite
	$(SWIFT) build --configuration release --product minerbook $(LINKING)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/minerbook/SampleData
	install -m 755 .build/release/minerbook $(DESTDIR)$(PREFIX)/bin/minerbook
	install -m 644 SampleData/* $(DESTDIR)$(PREFIX)/share/minerbook/SampleData

format:
	$(SWIFT) format --in-place --recursive $(FORMATTED)

lint:
	$(SWIFT) format lint --strict --recursive $(FORMATTED)

# libsqlite3's header and library, where they are missing.
sqlite:
	@if printf '#include <sqlite3.h>\n' | $${CC:-clang} -E - >/dev/null 2>&1 \
	    || printf '#include <sqlite3.h>\n' | cc -E - >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing libsqlite3-dev ..."; \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq libsqlite3-dev; \
	else \
	    echo "minerbook needs libsqlite3 and its header sqlite3.h: install your system's" >&2; \
	    echo "development package of SQLite (brew install sqlite3, dnf install sqlite-devel)." >&2; \
	    exit 1; \
	fi
