# `make demo` shows tug at work on a fresh machine; `make test` proves it.
.PHONY: build demo test lint format bench fuzz man install clean

PREFIX ?= /usr/local
# Debian's packages keep zsh's functions elsewhere than programs that an administrator adds.
zsh = $(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)
to = $(DESTDIR)$(PREFIX)

build:
	scripts/install-deps build
	scripts/build

demo test bench fuzz:
	scripts/$@

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# Records the manual pages, the reference and the completion scripts anew.
man:
	rm -f man/*.1
	swift run tug-manual

install: build
	install -D .build/release/tug $(to)/bin/tug
	install -D -m 644 completions/tug.bash $(to)/share/bash-completion/completions/tug
	install -D -m 644 completions/_tug $(to)/share/zsh/$(zsh)/_tug
	install -D -m 644 completions/tug.fish $(to)/share/fish/vendor_completions.d/tug.fish
	install -d $(to)/share/man/man1
	install -m 644 man/*.1 $(to)/share/man/man1
	gzip -9nf $(to)/share/man/man1/tug.1 $(to)/share/man/man1/tug-*.1

clean:
	rm -rf .build
