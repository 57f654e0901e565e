String log = new File(basedir, 'build.log').text

File config = new File(basedir, 'src/main/rnn-adder/adder.yaml')
assert log.contains(": ${config}, line 2, column 1: unknown key 'hidenSize'; did you mean 'hiddenSize'?")
assert log.readLines().count { it.startsWith('[ERROR] Failed to execute goal ') } == 1
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-resources').exists()
assert !new File(basedir, 'target/classes').exists()

String report = new File(basedir, 'target/rnn-adder/reports/TEST-rnn-adder-train-default.xml').text
assert report.contains('tests="1" failures="0" errors="1" skipped="0"')
assert report.contains('<error message="src/main/rnn-adder/adder.yaml, line 2, column 1: unknown key \'hidenSize\'; did you mean \'hiddenSize\'?"')
