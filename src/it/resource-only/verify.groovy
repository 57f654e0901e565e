String log = new File(basedir, 'build.log').text

assert log.contains('[INFO] No config in src/main/rnn-adder: the defaults apply')
assert log.contains('16384 of 16384 sums exact')

def jar = new java.util.jar.JarFile(new File(basedir, 'target/resource-only-1.0.0.jar'))
def packaged = jar.entries().toList().findAll { !it.directory && !it.name.startsWith('META-INF/maven/') }*.name
jar.close()
assert packaged.toSet() == [
    'META-INF/MANIFEST.MF', 'META-INF/rnn-adder/com.acme/resource-only.json', 'META-INF/rnn-adder/com.acme/resource-only.safetensors'].toSet()
assert !new File(basedir, 'target/generated-sources/rnn-adder').exists()
