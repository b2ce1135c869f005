# `make demo` shows tug at work on a fresh machine; `make test` proves it.
.PHONY: build demo test lint format bench clean

build:
	scripts/build

clean:
	rm -rf .build
