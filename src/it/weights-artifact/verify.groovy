import groovy.json.JsonSlurper

File weights = new File(basedir, 'reader/target/classes/weights-artifact-model-1.0.0-weights.json')
assert weights.bytes == new File(basedir,
    'model/target/generated-resources/rnn-adder/META-INF/rnn-adder/com.acme/weights-artifact-model.json').bytes

def adder = new JsonSlurper().parse(weights)
assert adder.format == 'rnn-adder-weights'
assert adder.bits == 6
assert adder.U*.size() == [2] * 8
assert adder.W*.size() == [8] * 8
assert adder.V*.size() == [8]
assert adder.evaluation.correctSums == 1024
