def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert builds[0].contains('Tests run: 1, Failures: 0')
assert builds[0].count(' of 16 sums exact') == 2

// Nothing of it is packaged, attached or among the classes of the module.
def jar = new java.util.zip.ZipFile(new File(basedir, 'target/test-scope-1.0.0.jar'))
assert jar.entries()*.name.every { !it.contains('Adder') && !it.contains('rnn-adder') }
jar.close()
assert new File(localRepositoryPath, 'com/acme/test-scope/1.0.0').list().every { !it.contains('weights') }
assert new File(basedir, 'target/test-classes/META-INF/rnn-adder/com.acme/test-scope.json').isFile()
assert !new File(basedir, 'target/generated-resources').exists()

// In a phase in which the module's own resources are copied already, a sentence says so.
assert builds[1].contains('train runs in the phase generate-test-sources, but with the scope main its weights are copied in process-resources')
