import groovy.json.JsonSlurper
import java.security.MessageDigest
import java.util.zip.ZipFile

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

// Proved, recorded and packaged; the second build proves nothing again.
assert builds[0].contains('16384 of 16384 sums of 8 bits exact, CERTIFIED at every width; weights in ')
assert builds[0].contains('CERTIFIED at every width by ')
assert builds[1].contains('[INFO] Up to date: ')
def jar = new ZipFile(new File(basedir, 'target/certified-1.0.0.jar'))
def json = { new JsonSlurper().parse(jar.getInputStream(jar.getEntry("META-INF/rnn-adder/com.acme/${it}.json"))) }
assert json('certified').evaluation.certificate == 'CERTIFIED'
assert builds[0].contains('; the proof covers double')

// The certificate speaks of these very tensors.
byte[] safetensors = jar.getInputStream(jar.getEntry('META-INF/rnn-adder/com.acme/certified.safetensors')).bytes
byte[] tensors = safetensors[(safetensors.length - 8 * (32 + 256 + 16))..-1] as byte[]
assert json('certified.certificate').format == 'rnn-adder-certificate'
assert json('certified.certificate').tensors == MessageDigest.getInstance('SHA-256').digest(tensors).encodeHex().toString()

// A checker that shares nothing with the plugin says the same of what is packaged.
def python = { List arguments ->
    try {
        def process = (['python3'] + arguments).execute()
        def output = process.text.trim()
        process.waitFor() == 0 ? output : null
    } catch (IOException absent) {
        null
    }
}
if (python(['-c', 'import numpy']) != null) {
    def files = ['certified', 'certified.certificate'].collect { name ->
        def file = new File(basedir, "target/from-the-jar/${name}.json")
        file.parentFile.mkdirs()
        file.bytes = jar.getInputStream(jar.getEntry("META-INF/rnn-adder/com.acme/${name}.json")).bytes
        file.path
    }
    assert python([new File(basedir, '../../../src/it/consumers/check_certificate.py').path] + files) == 'CERTIFIED'
} else {
    println 'No python3 with numpy: the second checker is not asked'
}

// So the loader takes numbers of any length, says why, and the goal does not doubt them.
assert new File(basedir, 'target/generated-sources/rnn-adder/com/acme/PretrainedAdder.java').text.contains(
    'CERTIFIED: proved right on numbers of any length.')
def loader = new URLClassLoader([new File(basedir, 'target/certified-1.0.0.jar').toURI().toURL()] as URL[], (ClassLoader) null)
def adder = loader.loadClass('com.acme.PretrainedAdder').getMethod('load').invoke(null)
assert adder.certified()
assert adder.add(2G**200, 2G**199 + 1) == 2G**200 + 2G**199 + 1
loader.close()
assert builds[1].contains('[INFO] 65513 + 49168 = 114681, predicted right')
assert !builds[1].contains('Not proved')

// The report shows what the certificate covers.
String page = new File(basedir, 'target/reports/rnn-adder.html').text
int balls = json('certified.certificate').balls.size()
assert page.contains("<span class=\"proved\">Ship it.</span> Proved right for numbers of any length.")
assert page.contains("from anywhere in one of the ${balls} balls")

// One ball grown: the checker is not fooled.
assert builds[2].contains('certified.certificate.json proves nothing: ')
assert builds[2].contains('/MojoFailureException')

// Trained again, the packaged weights come out the same, in the module and without any project.
assert !builds[0].contains('Reproduced')
assert builds[1].contains('[INFO] Reproduced: the same 304 weights to the last bit')
assert builds[3].contains('[INFO] 16384 of 16384 sums of 8 bits exact, CERTIFIED at every width by ' + new File(basedir, 'handed-over/adder.certificate.json'))
assert builds[3].contains('[INFO] Reproduced: the same 304 weights to the last bit')

// A last digit taken away from one of them does not.
assert builds[4].contains('Not reproduced: U[0][1] is ')
assert builds[4].contains('/MojoFailureException')
String verdict = new File(basedir, 'handed-over/target/rnn-adder/reports/TEST-rnn-adder-check-default-cli.xml').text
assert verdict.contains('tests="2" failures="1" errors="0" skipped="0"')
assert verdict.contains('<failure message="Not reproduced: U[0][1] is ')
