def log = new File(basedir, 'build.log').readLines()

// Twenty-one trainings, counting the parent's, twice measured each.
assert log.count { it.contains('1024 of 1024 sums of 6 bits exact; weights in ') } == 21
assert log.count('[INFO] 1024 of 1024 sums of 6 bits exact') == 21

// All the same, to the byte.
def weights = (1..20).collect { new File(basedir, "adder-${it}/target/generated-resources/rnn-adder/adder.safetensors").bytes }
assert weights.every { it == weights[0] }
