# Everything a developer runs. `make demo` and `make test` need only Swift on Debian and Ubuntu:
# `setup` installs the rest.

PREFIX ?= /usr/local
SWIFT  ?= swift
FORMATTED = Package.swift Lake Migrations Profiles Sources Tests

.PHONY: demo test docs fuzz explore torture model lake bench bench-server cluster-test build install \
    format lint setup

demo: build
	@.build/release/minerbook demo

test: setup
	$(SWIFT) test

# Builds the documentation of all modules into .build/documentation; a warning is an error. To read
# it: python3 -m http.server --directory .build/documentation, then open
# http://localhost:8000/documentation/.
DOCUMENTED = Application Bookkeeping CSV Exporting Files Importing JSON Mining Rendering Reporting \
    StorageSQLite Workbooks $(if $(POSTGRES),StoragePostgres)
docs: setup
	$(SWIFT) package --allow-writing-to-package-directory generate-documentation \
	    $(addprefix --target ,$(DOCUMENTED)) --enable-experimental-combined-documentation \
	    --output-path .build/documentation --warnings-as-errors \
	    --symbol-graph-minimum-access-level package

# Gives 100,000 mutated files each of CSV, JSON and XLSX to the importer, with an optimised build in
# its own folder. The files of JSON and XLSX have a process of their own, which may use 200 MB of
# memory. `make test` takes a small share of them.
FUZZ = $(SWIFT) test --configuration release --scratch-path .build-fuzz -Xswiftc -enable-testing
LIMITED = JSONFuzzTests|SheetFuzzTests
fuzz: setup
	$(FUZZ) --filter FuzzTests --skip '$(LIMITED)'
	$(FUZZ) --filter '$(LIMITED)'

# Looks for inputs that break the program, with libFuzzer and the address sanitizer
# (Tests/Fuzzing/README.md).
explore: setup
	Tests/Fuzzing/explore $(EXPLORE)

# Tries to break books: kills, failing system calls, damage, many processes (Tests/Torture/README.md).
torture: build
	@command -v strace >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1 || { \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq strace; } \
	    || echo "strace is not installed: failing system calls are not tested." >&2
	python3 -B Tests/Torture/torture.py .build/release/minerbook $(TORTURE)

# Compares the reports on random small books with Tests/Model, a second implementation of
# docs/formulas.md: about 5 minutes. `make model MODEL='--books 20 --seed 1000'` takes other books.
MODEL = --books 300 --seed 1
model: build
	python3 -B Tests/Model/compare.py .build/release/minerbook $(MODEL)

# Recomputes figures of reports from a lake with DuckDB (Tests/Lake/README.md): a few seconds. `make lake
# LAKE='--engine duckdb --engine spark'` does it with a local cluster of Spark, too.
lake: build
	Tests/Lake/run .build/release/minerbook $(LAKE)

# Compares the speed of the program with other tools and writes Benchmarks/RESULTS.md: about 15
# minutes. `make bench BENCH=--quick` takes a minute and only checks that all comparisons work.
bench: build
	Benchmarks/setup
	Benchmarks/run $(BENCH)

# Compares a book on a PostgreSQL server with psql and with a book in a file, and writes
# Benchmarks/SERVER-RESULTS.md: about 5 minutes. PostgreSQL must be installed.
bench-server:
	$(MAKE) build POSTGRES=1
	Benchmarks/setup
	Benchmarks/run --server $(BENCH)

# Tries a book whose tables are on several PostgreSQL servers of this machine, and writes
# Benchmarks/cluster/RESULTS.md. `make cluster-test CLUSTER=--quick` takes some minutes.
cluster-test:
	$(MAKE) build POSTGRES=1
	Benchmarks/cluster/run $(CLUSTER)

# On Linux the program is linked statically, including SQLite, yajl, minizip, zlib and expat: it
# starts faster, which saves a fifth of the time of a report (docs/DECISIONS.md). If the system
# lacks static libraries, only Swift's own libraries are linked statically. lld is used because
# gold warns about functions of Foundation that the program never calls.
#
# `make build POSTGRES=1` makes a program that keeps books on PostgreSQL, too. It is not static, since
# libpq needs Kerberos and LDAP, of which Debian has no static libraries. `make test POSTGRES=1` builds
# the tests of that, which run if there is a server (Tests/Postgres/server).
ifeq ($(shell uname),Linux)
LINKING = --disable-local-rpath \
    $(if $(POSTGRES),$(SHARED),$(if $(CAN_BE_STATIC),$(STATIC),$(SHARED)))
STATIC  = -Xswiftc -static-executable -Xswiftc -use-ld=lld
SHARED  = --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie
CAN_BE_STATIC = $(shell echo 'int main(void) { return 0; }' \
    | $${CC:-clang} -x c - -static -lsqlite3 -lyajl_s -lminizip -lz -lexpat -lstdc++ \
    -lm -o /dev/null 2>/dev/null && echo yes)
endif

build: setup
	$(SWIFT) build --configuration release --product minerbook $(LINKING)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/minerbook/SampleData
	install -m 755 .build/release/minerbook $(DESTDIR)$(PREFIX)/bin/minerbook
	install -m 644 SampleData/* $(DESTDIR)$(PREFIX)/share/minerbook/SampleData

format:
	$(SWIFT) format --in-place --recursive $(FORMATTED)

lint:
	$(SWIFT) format lint --strict --recursive $(FORMATTED)

# Installs what is missing of the following with apt-get: the libraries for the build, each with the
# header that shows that it is there, and the sqlite3 shell and python3 for the tests. On other
# systems it says what to install. Tests that compare with Python are skipped without it, unless CI is
# set in the environment: then they fail.
LIBRARIES = sqlite3.h:libsqlite3-dev yajl/yajl_parse.h:libyajl-dev \
    minizip/unzip.h:libminizip-dev zlib.h:zlib1g-dev expat.h:libexpat1-dev \
    $(if $(POSTGRES),libpq-fe.h:libpq-dev)
setup:
	@missing=; \
	for library in $(LIBRARIES); do \
	    found=; \
	    for compiler in $${CC:-clang} cc; do \
	        printf '#include <stddef.h>\n#include <%s>\n' "$${library%:*}" \
	            | $$compiler -I/usr/include/postgresql -E - >/dev/null 2>&1 && found=yes; \
	    done; \
	    [ -n "$$found" ] || missing="$$missing $${library#*:}"; \
	done; \
	command -v sqlite3 >/dev/null 2>&1 || missing="$$missing sqlite3"; \
	command -v python3 >/dev/null 2>&1 || missing="$$missing python3"; \
	[ -n "$$missing" ] || exit 0; \
	if command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing$$missing ..."; \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	elif [ "$$missing" = " python3" ]; then \
	    echo "python3 is not installed: tests that compare with Python are skipped." >&2; \
	else \
	    echo "Please install the packages of your system for:$$missing" >&2; \
	    echo "(macOS: brew install sqlite3 yajl minizip expat libpq python3; Fedora: dnf install sqlite-devel yajl-devel minizip-compat-devel zlib-devel expat-devel libpq-devel sqlite python3)" >&2; \
	    exit 1; \
	fi
