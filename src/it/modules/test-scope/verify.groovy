String log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 1, Failures: 0')
assert log.count(' of 16 sums of 3 bits exact') == 2

// Nothing of it is packaged, attached or among the classes of the module.
def jar = new java.util.zip.ZipFile(new File(basedir, 'target/test-scope-1.0.0.jar'))
assert jar.entries()*.name.every { !it.contains('Adder') && !it.contains('rnn-adder') }
jar.close()
assert new File(localRepositoryPath, 'com/acme/test-scope/1.0.0').list().every { !it.contains('weights') }
assert new File(basedir, 'target/test-classes/META-INF/rnn-adder/com.acme/test-scope.json').isFile()
assert !new File(basedir, 'target/generated-resources').exists()
