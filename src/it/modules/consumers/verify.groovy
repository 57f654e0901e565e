String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] No config in src/main/rnn-adder: the defaults apply')
assert log.contains('16384 of 16384 sums of 8 bits exact')

def weights = new File(basedir, 'target/generated-resources/rnn-adder/META-INF/rnn-adder/com.acme')

def loader = new URLClassLoader(
    [new File(basedir, 'target/consumers-1.0.0.jar').toURI().toURL()] as URL[], getClass().classLoader)
def PretrainedAdder = loader.loadClass('com.acme.PretrainedAdder')
// START SNIPPET: groovy
def adder = PretrainedAdder.load()
assert adder.add(37, 91) == 128
assert adder.add(37G, 91G) == 128G
assert adder.bits() == 8
// END SNIPPET: groovy
loader.close()

// The model for other runtimes is packaged beside the weights.
def jar = new java.util.jar.JarFile(new File(basedir, 'target/consumers-1.0.0.jar'))
def packaged = jar.entries().toList()*.name.findAll { it.startsWith('META-INF/rnn-adder/com.acme/consumers.') }
jar.close()
assert packaged.toSet() == ['json', 'safetensors', 'cdx.json', 'onnx'].collect { "META-INF/rnn-adder/com.acme/consumers.$it".toString() }.toSet()

def run = { List command ->
    def process = command.execute(null, new File(basedir, '../../../../src/it/consumers'))
    def output = process.text
    assert process.waitFor() == 0
    output.readLines()
}
def hasPython = {
    try {
        ['python3', '--version'].execute().waitFor() == 0
    } catch (IOException absent) {
        false
    }
}
if (hasPython()) {
    def json = new File(weights, 'consumers.json')
    [[37, 91], [0, 0], [127, 127], [64, 63]].each { a, b ->
        assert run(['python3', 'add_json.py', json.path, "$a" as String, "$b" as String]) == ["${a + b}" as String]
    }
    def parsed = new groovy.json.JsonSlurper().parse(json)
    assert run(['python3', 'read_safetensors.py', new File(weights, 'consumers.safetensors').path])*.split(' ') == [
        ['U', 'F64', '16', '2', parsed.U[0][0] as String],
        ['W', 'F64', '16', '16', parsed.W[0][0] as String],
        ['V', 'F64', '1', '16', parsed.V[0][0] as String],
        ['initializer', 'uniform-fan-in']]
}
return true
