// Once from train and once from check.
def warnings = new File(basedir, 'build.log').readLines().findAll {
    it ==~ /\[WARNING\] Accuracy \d+(\.\d+)?% \(\d+ of 16384 sums of 8 bits exact\) is below the required 97% \(15893 of 16384\)/
}
assert warnings.size() == 2
assert warnings[0] == warnings[1]

def jar = new java.util.jar.JarFile(new File(basedir, 'target/gate-warns-1.0.0.jar'))
assert jar.entries().toList()*.name.containsAll(
    ['META-INF/rnn-adder/com.acme/gate-warns.json', 'META-INF/rnn-adder/com.acme/gate-warns.safetensors', 'com/acme/PretrainedAdder.class'])
jar.close()

// The build goes on, and the verdict is still the same.
['train', 'check'].each {
    assert new File(basedir, "target/rnn-adder/reports/TEST-rnn-adder-${it}-default.xml").text.contains('failures="1"')
}
return true
