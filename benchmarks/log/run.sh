#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A burst of 10,000 entries and a log of 1,000,000. Needs what mvn verify leaves in target/, and three gigabytes of disk.
set -eu
cd "$(dirname "$0")/../.."
tests=integration-tests/target
mvn -B -q dependency:build-classpath -pl integration-tests -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=test
# Anew each time: what the database holds of the last run is gone with it.
rm -rf "$tests/benchmark"
classpath="$tests/benchmark/classes:$tests/classes:$(cat $tests/benchmark.classpath)"
javac -cp "$classpath" -d "$tests/benchmark/classes" benchmarks/log/LogBenchmark.java
exec java -cp "$classpath" LogBenchmark \
    "$(ls -d "$PWD/$tests"/distribution/keycloak-*)" "$PWD/$tests/benchmark" \
    "$PWD/spi-authorizer/target/keycloak-data-access-spi-authorizer.jar:$PWD/themes/target/keycloak-data-access-themes.jar" \
    "$PWD/realm-config/demo/workforce-realm.json"
