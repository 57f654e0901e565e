String log = new File(basedir, 'build.log').text

assert log.contains('1024 of 1024 sums of 6 bits exact; weights in ')
assert log.contains('16384 of 16384 sums of 8 bits exact; weights in ')

def jar = new java.util.jar.JarFile(new File(basedir, 'target/two-adders-1.0.0.jar'))
def packaged = jar.entries().toList()*.name
jar.close()
assert !packaged.any { it.endsWith('.csv') }
assert packaged.containsAll(['narrow', 'wide'].collectMany { ["com/acme/${it}.json", "com/acme/${it}.safetensors"]*.toString() })

URLClassLoader loader = new URLClassLoader(new File(basedir, 'target/two-adders-1.0.0.jar').toURI().toURL())
assert loader.loadClass('com.acme.Both').agree(11, 17)
assert loader.loadClass('com.acme.NarrowAdder').load().bits() == 6
assert loader.loadClass('com.acme.WideAdder').load().bits() == 8
loader.close()

// Kept apart, also where the module keeps its records.
for (name in ['narrow', 'wide']) {
    assert new File(basedir, "target/rnn-adder/records/com/acme/${name}.record").isFile()
    assert new File(basedir, "target/rnn-adder/curves/com/acme/${name}.csv").isFile()
    assert new File(basedir, "target/rnn-adder/checkpoints/com/acme/${name}.csv").isFile()
}

File installed = new File(localRepositoryPath, 'com/acme/two-adders/1.0.0')
assert ['narrow', 'wide'].every { name ->
    ['json', 'safetensors', 'cdx.json'].every { new File(installed, "two-adders-1.0.0-${name}.${it}").isFile() }
}
