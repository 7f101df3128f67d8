#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Lists with 100 and with 10,000 pending requests. Needs what mvn verify leaves in target/.
set -eu
cd "$(dirname "$0")/../.."
tests=integration-tests/target
mvn -B -q dependency:build-classpath -pl integration-tests -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=test
# Anew each time: what the database holds of the last run is gone with it.
rm -rf "$tests/benchmark"
exec java -cp "$tests/classes:$(cat $tests/benchmark.classpath)" benchmarks/queue/QueueBenchmark.java \
    "$(ls -d "$PWD/$tests"/distribution/keycloak-*)" "$PWD/$tests/benchmark" \
    "$PWD/spi-authorizer/target/keycloak-data-access-spi-authorizer.jar" \
    "$PWD/realm-config/demo/workforce-realm.json"
