assert new File(basedir, 'build.log').readLines().count('[INFO] Skipping: rnn-adder.skip is set') == 2
assert !new File(basedir, 'target/rnn-adder').exists()
assert !new File(basedir, 'target/generated-resources').exists()
