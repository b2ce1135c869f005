# `make demo` shows tug at work on a fresh machine; `make test` proves it.
.PHONY: build demo test lint format bench fuzz clean

build:
	scripts/install-deps build
	scripts/build

demo test bench fuzz:
	scripts/$@

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

clean:
	rm -rf .build
