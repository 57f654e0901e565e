def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert builds[0].contains("haltOnFailure is ''; allowed is true or false")
assert builds[0].contains('/MojoExecutionException')
assert !builds[0].contains('Training ')
assert builds[1].contains('BUILD SUCCESS') && builds[1].contains('Training 8 hidden units')

// A copy that is not what was trained fails the check, which names it.
String copy = new File(basedir, 'target/classes/META-INF/rnn-adder/com.acme/switches.json').path
assert builds[2].contains("${copy}: not what train made; train again")
assert builds[2].contains('/MojoFailureException')
