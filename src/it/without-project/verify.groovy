assert !new File(basedir, 'pom.xml').exists()

def log = new File(basedir, 'build.log').readLines()
def drawing = new File(basedir, 'drawing.txt').readLines().collect { "[INFO] $it" as String }
assert Collections.indexOfSubList(log, drawing) >= 0
assert log.contains('[INFO] 16384 of 16384 sums of 8 bits exact')
assert log.any { it.contains('COUNTEREXAMPLE: 393217 + 524286 = 917503, predicted 655359 at width 20') }

// The comparison of the report; the bounds hold almost surely at the rates that an independent implementation gave.
def cells = new File(basedir, 'target/rnn-adder/study/study.csv').readLines()*.split(',')
def runs = cells.drop(1).collect { [cells[0], it].transpose().collectEntries() }
assert runs.size() == 3 * 40
def learned = runs.findAll { it.correctSums == '16384' }.countBy { it.initializer }
assert learned['uniform-fan-in'] in 38..40
assert learned['uniform-symmetric'] in 20..39
assert (learned['uniform-positive'] ?: 0) in 0..6

String report = new File(basedir, 'target/rnn-adder/reports/TEST-rnn-adder-check-default-cli.xml').text
assert report.contains('tests="2" failures="1" errors="0" skipped="0"')
assert report.contains('<failure message="COUNTEREXAMPLE: 393217 + 524286 = 917503, predicted 655359 at width 20" type="proof">')

// The goal init needs none either.
def config = new File(basedir, 'src/main/rnn-adder')
assert config.list().sort().toList() == ['adder.schema.json', 'adder.yaml']
assert log.contains('rnn-adder:init')
