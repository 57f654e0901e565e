String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Training 9 networks, 1 at a time: every initializer, seeds 1 to 3')
assert log.contains('[INFO] Merging 2 shards')
assert log.contains('[INFO] initializer')
assert !log.contains('[WARNING]')

// START SNIPPET: same-bytes
def whole = new File(basedir, 'target/rnn-adder/study')
def merged = new File(basedir, 'target/merged')
['study.csv', 'study.md', 'study.html'].each { assert new File(whole, it).bytes == new File(merged, it).bytes }
// END SNIPPET: same-bytes

def lines = new File(whole, 'study.csv').readLines()
assert lines[0].startsWith('initializer,seed,finalAccuracy,firstPerfectWindow,')
assert lines.drop(1).collect { it.split(',')[0..1].join(' ') } == [
    'uniform-fan-in 1', 'uniform-fan-in 2', 'uniform-fan-in 3',
    'uniform-symmetric 1', 'uniform-symmetric 2', 'uniform-symmetric 3',
    'uniform-positive 1', 'uniform-positive 2', 'uniform-positive 3']
assert !whole.list().any { it.endsWith('.png') }

def certified = new File(basedir, 'target/certified')
assert log.contains('[INFO] Training and certifying 6 networks, ')
assert (log =~ /\[INFO\] initializer .* proved +refuted +undecided/)
assert (log =~ /\[INFO\] uniform-fan-in .* 1 of 2 \(50%\) +1 of 2 \(50%\) +0 of 2 \(0%\)/)
['study.csv', 'study.md', 'study.html'].each {
    assert new File(certified, it).bytes == new File(basedir, "target/certified-merged/$it").bytes
}
def cells = new File(certified, 'study.csv').readLines()*.split(',')
def runs = cells.drop(1).collect { [cells[0], it].transpose().collectEntries() }
assert runs.findAll { (it.correctSums as int) < (it.totalSums as int) }.every { it.verdict == 'COUNTEREXAMPLE' }
assert runs*.verdict.contains('CERTIFIED')
assert !new File(certified, 'study.json').exists()
assert !lines[0].contains('verdict')
