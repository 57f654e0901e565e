String log = new File(basedir, 'build.log').text.split('Scanning for projects')[1]

assert log.contains('Training 16 hidden units to add numbers of 8 bits: uniform-fan-in, learning rate 0.1, 20000 iterations, seed 1')
assert log.contains('[INFO]   every sum right from iteration 1227 on')
assert !log.contains('window accuracy')
assert log.readLines().contains('[INFO] 16384 of 16384 sums exact')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert !log.contains('[WARNING]')

def jar = new java.util.jar.JarFile(new File(basedir, 'model/target/model-1.0.0.jar'))
def packaged = jar.entries().toList().findAll { !it.directory && !it.name.startsWith('META-INF/maven/') }*.name
jar.close()
assert packaged.toSet() == [
    'META-INF/MANIFEST.MF',
    'META-INF/rnn-adder/com.acme/model.json',
    'META-INF/rnn-adder/com.acme/model.safetensors',
    'com/acme/PretrainedAdder.class',
    'com/acme/PretrainedAdder$Generated.class'].toSet()

// The app gets the model, and neither the plugin nor Jackson.
def tree = new File(basedir, 'app/target/tree.txt').readLines().findAll { !it.contains(':test') }
assert tree == ['com.acme:app:jar:1.0.0', '+- com.acme:model:jar:1.0.0:compile']
