# Hjemmekontor. Each of these sets up what it needs by itself.
#
#   make run          the app; ARGS="--lang en" hands it flags
#   make test         all tests, with a real window on a display without a monitor
#   make bench        the benchmarks' figures
#   make screenshots  every page as a picture, in build/screenshots
#   make lint         the linters and the scan for known vulnerabilities
#   make build        build/hjemmekontor, and nothing is installed: it only says what is missing
#   make package      build/package: what is given away, for the system this runs on
#   make clean        removes build

ifeq ($(OS),Windows_NT)
EXE := .exe
endif
APP := build/hjemmekontor$(EXE)

# opus.v2 would otherwise want libopusfile, of which nothing is used.
# Version control is left out of the binary: a checkout that belongs to
# somebody else, as in a container, would stop the build.
TAGS := nolibopusfile
export GOFLAGS := $(GOFLAGS) -buildvcs=false -tags=$(TAGS)
# An older Go fetches the version that go.mod names; some systems' packages
# switch that off.
GOTOOLCHAIN ?= auto
export GOTOOLCHAIN

# The race detector is for the packages with goroutines of their own. The
# window's run on one, and the end-to-end tests start a program.
RACE := ./meetings/... ./checklists/...
# The end-to-end tests measure pictures a second, so nothing runs beside them.
ALONE := ./ui/endtoend/...
PLAIN = $$(go list ./... | grep -Ev '^hjemmekontor/(meetings|checklists|ui/endtoend)(/|$$)')

GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
VULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
SCRIPTS := .ci/setup .ci/setup_test.sh .ci/run .ci/package

.PHONY: run build package compile test vet bench screenshots lint clean setup-build setup-test setup-lint

run: setup-build compile
	$(APP) $(ARGS)

# What is given away holds no path of this machine. It is compiled all anew,
# which is why `make run` does without and shares what the tests compiled.
build:
	@.ci/setup --check build
	@$(MAKE) --no-print-directory compile TRIM=-trimpath

package: build
	.ci/package

# migrated_fynedo leaves out Fyne's search for calls from the wrong goroutine;
# the tests run without it. no_emoji leaves out a font of 4 MB that is read at
# every start; emoji in a name come from the system's fonts.
compile:
	go build $(TRIM) -ldflags "-s -w" -tags $(TAGS),migrated_fynedo,no_emoji -o $(APP) .

test: export HJEMMEKONTOR_SCREENSHOTS := $(CURDIR)/build/screenshots
test: setup-test vet
	.ci/setup_test.sh
	@rm -rf build/screenshots
	@status=0; \
	go test -count=1 -timeout 15m -race $(RACE) || status=1; \
	go test -count=1 -timeout 10m $(PLAIN) || status=1; \
	go test -count=1 -timeout 25m -p 1 $(ALONE) || status=1; \
	exit $$status

vet:
	@unformatted=$$(gofmt -l *.go ui meetings checklists locales assets) && \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi
	go vet ./...

bench: setup-test
	go test -run '^$$' -bench . -benchmem -p 1 -timeout 30m ./...

screenshots: export HJEMMEKONTOR_SCREENSHOTS := $(CURDIR)/build/screenshots
screenshots: setup-test
	@rm -rf build/screenshots
	go test -count=1 -timeout 15m ./ui/endtoend
	@ls build/screenshots

lint: setup-lint vet
	shellcheck $(SCRIPTS)
	go run $(GOLANGCI) run
	go run $(VULNCHECK) ./...

clean:
	rm -rf build

setup-build setup-test setup-lint: setup-%:
	@.ci/setup $*
