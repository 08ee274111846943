# Plumbline's commands. `make help` lists them.

# The flags of every build, in one place: builds with other flags compile everything again. Warnings are errors
# in Plumbline's own targets; the package manager keeps the flag away from dependencies.
SWIFT_FLAGS := -Xswiftc -use-ld=lld -Xswiftc -warnings-as-errors
# All tests of a suite at once would keep a small machine so busy that requests time out and are sent again.
SWIFT_TEST := swift test --skip-build --disable-xctest $(SWIFT_FLAGS) --experimental-maximum-parallelization-width 6
PYTHON := .venv/bin/python
PLUMBLINE := .build/debug/plumbline
BENCH_BUILD := Scripts/build-release --package-path Benchmarks -Xswiftc -warnings-as-errors
BENCH_BIN := Benchmarks/.build/release
# ENVIRONMENTSxNODESxEXTRAS that are compared with Terraform's; the last one takes it hours.
BENCH_SIZES ?= 1x1x1,4x2x2,16x2x2,50x2x2
SWIFT_SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Day Benchmarks/Engine \
	Fuzzing/Package.swift Fuzzing/Fuzzer

.DEFAULT_GOAL := help
.PHONY: help setup build build-tests test test-overlay test-crashes test-faults test-comparison test-repository test-big-repository \
	properties matrix soak fuzz reliability test-swift demo fmt check lint check-schema check-security check-secrets forget sbom \
	check-shipping table schema install-manifests image bench clean
# The targets follow each other: two Swift builds at once wait for one another, and only mix their output.
.NOTPARALLEL:

help: ## Lists these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Installs what is missing: C libraries (apt), and moto, boto3 and Helm in .venv
	@Scripts/setup

build: setup ## Builds plumbline and plumbline-git (debug)
	swift build $(SWIFT_FLAGS)

build-tests: setup
	swift build --build-tests $(SWIFT_FLAGS)

test: forget build-tests test-overlay test-comparison test-repository test-swift check-secrets ## Runs every test, and looks for secrets in what they left

# What programs under test wrote, of this run only.
forget:
	@rm -rf .build/kept

check-secrets:
	$(PYTHON) Scripts/check-secrets --expect tests

test-overlay: setup
	cd Tests/Emulator && ../../$(PYTHON) -m unittest test_overlay test_faults

test-crashes: build-tests ## Kills the program at every call of small applies that changes something
	$(PYTHON) -u Tests/Faults/matrix.py --only crashes

# At every change the process is killed, and at every call a fault is met, by turns. PLUMBLINE_SEED repeats a run.
test-faults: build-tests ## Tries a crash and a fault at every call of small applies
	$(PYTHON) -u Tests/Faults/matrix.py

matrix: build-tests ## Tries every kill and every fault at every call (an hour and more)
	$(PYTHON) -u Tests/Faults/matrix.py --all

SECONDS := 3600
soak: build ## Runs the controller for an hour, with faults, commits, drift and kills at random
	$(PYTHON) -u Tests/Faults/soak.py --seconds $(SECONDS)

# Built by a package of its own, with what it fuzzes instrumented. FUZZ_SECONDS are for each of its targets.
FUZZ_SECONDS := 60
fuzz: setup ## Feeds whatever reads what others wrote with all that may harm it
	$(PYTHON) -u Fuzzing/fuzz.py --seconds $(FUZZ_SECONDS)

# A failing case prints its seed: SEED=… CASES=1 tries it again.
CASES := 100000
SEED := 0
properties: build-tests ## Tries the properties of the planner in 100000 random histories (CASES=, SEED=)
	PLUMBLINE_CASES=$(CASES) PLUMBLINE_SEED=$(SEED) $(SWIFT_TEST) --filter 'PropertyTests'

# The same as test-big-repository, small, and from a path, too.
test-repository: build-tests
	$(PYTHON) -u Tests/Faults/big_repository.py --files 5000 --commits 2000 --path

test-big-repository: build-tests ## Reads a repository of 100,000 files and 50,000 commits within 500 MB
	$(PYTHON) -u Tests/Faults/big_repository.py

reliability: ## Writes docs/reliability.md from what the latest test runs counted
	$(PYTHON) Scripts/render-reliability

# Skipped where terraform is missing.
test-comparison: build-tests ## Tests whether the benchmark compares like with like
	cd Benchmarks && ../$(PYTHON) -m unittest test_comparison

# The suites that lean on an emulator, a browser or the clock come one after the other: all at once they would only
# wait for each other.
test-swift: build-tests
	$(SWIFT_TEST) --skip 'AWSResourcesTests|ControllerTests|EndToEndTests|ServerTests'
	$(SWIFT_TEST) --filter 'ControllerTests|ServerTests'
	$(SWIFT_TEST) --filter AWSResourcesTests
	$(SWIFT_TEST) --filter EndToEndTests

demo: build ## Shows the whole job on an emulated AWS, by hand and by plumbline serve
	@$(PYTHON) -u Scripts/demo
	@$(PYTHON) Scripts/check-secrets --expect demo

# What is measured is what the image holds: the same flags. It is built by the benchmarks' package, with all
# that it measures in one place.
bench: setup ## Measures the controller, the engine and Terraform beside them, against what is promised
	$(BENCH_BUILD)
	$(BENCH_BUILD) --product plumbline
	$(BENCH_BUILD) --product plumbline-git
	@kept=0; \
	$(BENCH_BIN)/engine-benchmark engine || kept=1; \
	$(BENCH_BIN)/engine-benchmark git || kept=1; \
	$(BENCH_BIN)/engine-benchmark limits || kept=1; \
	$(PYTHON) -u Benchmarks/drive.py || kept=1; \
	$(PYTHON) -u Benchmarks/compare.py --sizes $(BENCH_SIZES) --together --write || kept=1; \
	exit $$kept

fmt: ## Formats the Swift sources
	swift format format --in-place --recursive --parallel $(SWIFT_SOURCES)

check: lint build-tests check-schema check-shipping check-security ## Checks formatting, warnings, what is generated, and what is shipped

lint:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

# Generated anew beside the checked-in one, and compared.
check-schema: build-tests
	@rm -rf .build/schema && mkdir -p .build/schema
	@$(PLUMBLINE) schema --directory .build/schema > .build/schema.log
	@diff --recursive --unified manifests/schema .build/schema \
		|| { echo "manifests/schema is not what the code generates. Run: make schema"; exit 1; }

# Dockerfile, chart, plain Kubernetes manifests and the example of a Plumbline that manages its own cluster.
check-shipping: build-tests
	cd Tests/Shipping && ../../$(PYTHON) -m unittest

# Licences, and that each test which SECURITY.md names is there.
check-security: build-tests
	$(PYTHON) Scripts/sbom --check
	$(PYTHON) Scripts/check-threats

sbom: build ## Writes .build/plumbline.cdx.json, what Plumbline is made of (CycloneDX), with licences
	$(PYTHON) Scripts/sbom

image: ## Builds the container image plumbline:local, where a container engine answers
	Scripts/build-image

install-manifests: setup ## Writes manifests/install from the Helm chart
	$(PYTHON) Scripts/render-install

schema: build ## Writes manifests/schema from the code
	$(PLUMBLINE) schema --directory manifests/schema

table: setup ## Writes the AWS service table from the pinned botocore
	Scripts/generate-service-table

clean: ## Removes what was built and downloaded
	rm -rf .build Benchmarks/.build Fuzzing/.build .venv .cache
