#!/bin/sh
# START SNIPPET: parallel
study="mvn -B io.github.rnnadder:rnn-adder-maven-plugin:1.0.0-SNAPSHOT:study"

# One job for each shard of ten seeds; a job that fails, or whose machine does, is run again, elsewhere if it can be.
parallel --will-cite --sshlogin "${HOSTS:-:}" --jobs 1 --retries 3 --joblog jobs.log \
  --basefile pom.xml --basefile src/main/rnn-adder/adder.yaml --workdir . --return shards/{}/study.csv \
  "$study -Drnn-adder.firstSeed={} -Drnn-adder.seeds=${SEEDS:-10} -Drnn-adder.studyDirectory=shards/{}" ::: "$@"

# It is refused if a shard is missing.
$study -Drnn-adder.mergeFiles="$(ls shards/*/study.csv | paste -s -d ,)"
# END SNIPPET: parallel
