String log = new File(basedir, 'build.log').text

assert log.contains('1024 of 1024 sums exact; weights in ')
assert log.readLines().contains('[INFO] 1024 of 1024 sums exact')
assert new File(basedir, 'target/gate-passes-1.0.0.jar').isFile()
assert !new File(basedir, 'target/rnn-adder/rejected').exists()
