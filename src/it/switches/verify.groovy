def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
def refused = { int build, String parameter, String value ->
    assert builds[build - 1].contains("${parameter} is '${value}'; allowed is true or false")
    assert builds[build - 1].contains('/MojoExecutionException')
    assert !builds[build - 1].contains('Training ')
}
refused(1, 'haltOnFailure', 'yes')
refused(2, 'haltOnFailure', '')
refused(3, 'haltOnFailure', '1')
refused(4, 'skip', 'on')
refused(5, 'attach', '0')
refused(7, 'certify', 'tru')
refused(8, 'certify', '')
refused(9, 'reproduce', 'yes')
assert builds[5].contains('BUILD SUCCESS') && builds[5].contains('Training 8 hidden units')

// A copy that is not what was trained fails the check, which names it.
String copy = new File(basedir, 'target/classes/META-INF/rnn-adder/com.acme/switches.json').path
assert builds[9].contains("${copy}: not what train made; train again")
assert builds[9].contains('/MojoFailureException')

// What Maven would pass over in the POM is an error, as it is on the command line.
assert builds[10].contains('<acuracyThreshold> is no parameter of the plugin; did you mean <accuracyThreshold>?')
assert builds[11].contains('The property rnn-adder.iterations is no parameter of the plugin: iterations is a key of the config')
