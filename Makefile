# Everything one does with Gatehouse every day. `make` alone says what.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# A JDK 25: the one JAVA_HOME names, or the first found in the usual places.
JAVA_HOME := $(shell for home in "$(JAVA_HOME)" /usr/lib/jvm/*25* /opt/*25* "$$HOME"/.sdkman/candidates/java/25* \
  "$$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do \
  "$$home/bin/javac" -version 2>/dev/null | grep -q '^javac 25' && echo "$$home" && break; done)
export JAVA_HOME
JAVA := $(JAVA_HOME)/bin/java
MAVEN := mvn --batch-mode --no-transfer-progress
JAR := bootstrap/target/quarkus-app/quarkus-run.jar
SOURCES := $(shell find . -path ./conformance/node_modules -prune -o \( -path '*/src/main/*' -o -name pom.xml \) -type f -print)

.PHONY: help run dev test bench format package replay-check clean tools

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(JAR) ## start the service with a database of its own, on http://localhost:8080
	@$(JAVA) -jar $(JAR)

dev: tools ## the same, built and started anew whenever a source is saved
	@mkdir -p target; service=; trap 'kill $$service 2> /dev/null || true' EXIT; \
	while :; do \
	  touch target/built; \
	  if $(MAKE) --no-print-directory package; then $(JAVA) -jar $(JAR) & service=$$!; fi; \
	  until find */src/main */pom.xml -newer target/built -type f | grep -q .; do sleep 1; done; \
	  [ -z "$$service" ] || { kill $$service; wait $$service || true; service=; }; \
	done

test: tools ## check everything: format, warnings, nullness, architecture, tests, official SDKs
	@$(MAVEN) verify
	@cd conformance && npm ci --no-audit --no-fund --silent && npm test

bench: $(JAR) ## measure, compare with what PostgreSQL and Argon2id can do, write benchmark/RESULTS.md
	@benchmark/run

format: tools ## lay the code out as the checks want it
	@$(MAVEN) -q spotless:apply

package: $(JAR) ## build what `make run` runs

replay-check: $(JAR) ## rebuild every view from the log and compare, row by row
	@$(JAVA) -jar $(JAR) replay-check

clean: tools ## remove what was built; the data folder stays
	@$(MAVEN) -q clean

$(JAR): $(SOURCES) | tools
	@$(MAVEN) -q package -DskipTests -Dspotless.check.skip
	@touch $@

tools:
	@test -n "$(JAVA_HOME)" || { echo "Please install a JDK 25 (for instance Eclipse Temurin) or point JAVA_HOME to one."; exit 1; }
	@command -v mvn > /dev/null || { echo "Please install Maven 3.8.7 or later."; exit 1; }
