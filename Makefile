# Targets for daily work. `make` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# A JDK 25: the value of JAVA_HOME, or the first one found in the usual folders.
JAVA_HOME := $(shell for home in "$(JAVA_HOME)" /usr/lib/jvm/*25* /opt/*25* "$$HOME"/.sdkman/candidates/java/25* \
  "$$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do \
  "$$home/bin/javac" -version 2>/dev/null | grep -q '^javac 25' && echo "$$home" && break; done)
export JAVA_HOME
JAVA := $(JAVA_HOME)/bin/java
MAVEN := mvn --batch-mode --no-transfer-progress
JAR := bootstrap/target/quarkus-app/quarkus-run.jar
RECORDS := $(CURDIR)/native-check/target/records
RECORDER := $(CURDIR)/native-check/target/native-check.jar=$(RECORDS)
SOURCES := $(shell find . -path ./conformance/node_modules -prune -o \( -path '*/src/main/*' -o -name pom.xml \) -type f -print)

.PHONY: help run dev test mutation bench format package replay-check clean tools node native-sources

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(JAR) ## start the service with an embedded database, on http://localhost:8080
	@$(JAVA) -jar $(JAR)

dev: tools ## the same, and rebuild and restart it when a source file changes
	@mkdir -p target; service=; trap 'kill $$service 2> /dev/null || true' EXIT; \
	while :; do \
	  touch target/built; \
	  if $(MAKE) --no-print-directory package; then $(JAVA) -jar $(JAR) & service=$$!; fi; \
	  until find */src/main */pom.xml -newer target/built -type f | grep -q .; do sleep 1; done; \
	  [ -z "$$service" ] || { kill $$service; wait $$service || true; service=; }; \
	done

test: tools node ## run all checks: format, warnings, nullness, architecture, tests, official SDKs
	@tools/maven --all-output --no-transfer-progress verify
	@cd conformance && npm ci --no-audit --no-fund --loglevel=error || { \
	  echo "npm cannot install the packages of the conformance tests; check the network connection, and npm's settings for proxies and registries." >&2; \
	  exit 1; }
	@rm -rf $(RECORDS)
	@cd conformance && GATEHOUSE_RECORDER=$(RECORDER) npm test
	@$(MAKE) --no-print-directory native-sources

native-sources: tools ## prepare the sources of a native executable; compare them with what `make test` recorded
	@$(MAVEN) -q package -Pnative -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip -Dquarkus.native.sources-only=true
	@test ! -d $(RECORDS) || $(JAVA) -cp 'native-check/target/classes:bootstrap/target/native-sources/lib/*' \
	  io.gatehouse.nativecheck.Coverage $(RECORDS) bootstrap/target/native-sources

mutation: tools ## mutation tests of domain and policies; at least 90 % of the mutants must be killed
	@$(MAVEN) -q test-compile org.pitest:pitest-maven:mutationCoverage -pl domain,application -Dspotless.check.skip

bench: $(JAR) ## measure in relation to bare PostgreSQL and Argon2id, write benchmark/RESULTS.md
	@benchmark/run

format: tools ## format the code
	@$(MAVEN) -q spotless:apply

package: $(JAR) ## build the application that `make run` starts

replay-check: $(JAR) ## rebuild all views from the event log and compare them row by row
	@$(JAVA) -jar $(JAR) replay-check

clean: tools ## delete build output, but not the data folder
	@$(MAVEN) -q clean

$(JAR): $(SOURCES) | tools
	@tools/maven package -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip
	@touch $@

tools:
	@test -n "$(JAVA_HOME)" || { echo "Please install a JDK 25, for example Eclipse Temurin, or set JAVA_HOME to one." >&2; exit 1; }
	@command -v mvn > /dev/null || { echo "Please install Maven 3.8.7 or later." >&2; exit 1; }

node:
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2> /dev/null && command -v npm > /dev/null || { \
	  echo "Please install Node 20 or later, with npm: the conformance tests run in it." >&2; exit 1; }
