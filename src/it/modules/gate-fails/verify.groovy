String log = new File(basedir, 'build.log').text

String complaint = '''Accuracy \\d+(\\.\\d+)?% \\(\\d+ of 16384 sums of 8 bits exact\\) is below the required 97% \\(15893 of 16384\\)
(\\[ERROR\\]   \\d+ \\+ \\d+ = \\d+, predicted \\d+
){5}\\[ERROR\\] Try more iterations than 700 \\(most networks need 1000 to 3000\\); else 5 restarts or another seed.
'''
assert log =~ complaint
log.eachMatch(/(\d+) \+ (\d+) = (\d+), predicted (\d+)/) { all, a, b, sum, predicted ->
    assert a.toLong() + b.toLong() == sum.toLong()
    assert predicted != sum
}
assert log.contains('/MojoFailureException')
assert !log.contains('\tat ')

// What the README shows of such a build.
def shown = new File(basedir, '../../../../README.md').readLines().findAll { it =~ /^(Accuracy |\[ERROR\]   |\[ERROR\] Try )/ }
assert shown.size() == 4
shown.each { assert log.contains(it) }

// Nothing that could be packaged or loaded.
def left = []
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { left << it }
left.removeAll { it.path.contains('/target/rnn-adder/'.replace('/', File.separator)) }
assert left == []
assert new File(basedir, 'target/rnn-adder/rejected/META-INF/rnn-adder/com.acme/gate-fails.json').isFile()
assert new File(basedir, 'target/rnn-adder/rejected/META-INF/rnn-adder/com.acme/gate-fails.safetensors').isFile()

String report = new File(basedir, 'target/rnn-adder/reports/TEST-rnn-adder-train-default.xml').text
assert report.contains('tests="1" failures="1" errors="0" skipped="0"')
assert report =~ /<failure message="Accuracy [^"]+ is below the required 97% \(15893 of 16384\)" type="accuracy">/
