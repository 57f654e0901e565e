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

// Without a loader the weights are all that is added to the jar.
def jar = new java.util.jar.JarFile(new File(basedir, 'model/target/weights-artifact-model-1.0.0.jar'))
def packaged = jar.entries().toList().findAll { !it.directory && !it.name.startsWith('META-INF/maven/') }*.name
jar.close()
assert packaged.toSet() == [
    'META-INF/MANIFEST.MF',
    'META-INF/rnn-adder/com.acme/weights-artifact-model.cdx.json',
    'META-INF/rnn-adder/com.acme/weights-artifact-model.json',
    'META-INF/rnn-adder/com.acme/weights-artifact-model.safetensors'].toSet()
assert !new File(basedir, 'model/target/generated-sources/rnn-adder').exists()
