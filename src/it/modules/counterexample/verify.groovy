import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def found = (log =~ /COUNTEREXAMPLE: (\d+) \+ (\d+) = (\d+), predicted (\d+) at width (\d+)/)
assert found.find()
def (a, b, sum, predicted, width) = (1..5).collect { new BigInteger(found.group(it)) }
assert a + b == sum
assert sum != predicted
assert log.contains('A weightDecay around 0.001 ')
assert log.contains('/MojoFailureException')

// What the README shows of such a build.
def shown = new File(basedir, '../../../README.md').readLines().findAll { it.startsWith('COUNTEREXAMPLE: ') }
assert shown.size() == 1
assert log.contains(shown[0])

// The rejected weights, run by hand, do what the build says.
def model = new JsonSlurper().parse(new File(basedir, 'target/rnn-adder/rejected/META-INF/rnn-adder/com.acme/counterexample.json'))
assert model.evaluation.certificate == 'COUNTEREXAMPLE'
assert model.evaluation.correctSums == model.evaluation.totalSums
def dot = { x, y -> [x, y].transpose().sum(0d) { it[0] * it[1] } }
def h = [0d] * 16
BigInteger result = 0
width.intValue().times { t ->
    def x = [a.testBit(t) ? 1d : 0d, b.testBit(t) ? 1d : 0d]
    h = (0..15).collect { i -> StrictMath.tanh((double) (dot(model.W[i], h) + dot(model.U[i], x))) }
    if (dot(model.V[0], h) > 0) {
        result = result.setBit(t)
    }
}
assert result == predicted

def left = []
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { left << it }
left.removeAll { it.path.contains("${File.separator}rnn-adder${File.separator}") && !it.path.contains('generated-') }
assert left == []
