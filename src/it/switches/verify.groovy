def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert builds[0].contains("rnn-adder.haltOnFailure is set to '', which evaluates to nothing; give it a value, or leave it out")
assert builds[0].contains('/MojoExecutionException')
assert !builds[0].contains('Training ')
assert builds[1].contains('BUILD SUCCESS') && builds[1].contains('Training 8 hidden units')

// A copy that is not what was trained fails the check, which names it.
assert builds[2].contains('In target/classes, META-INF/rnn-adder/com.acme/switches.json is not what train made')
assert builds[2].contains('/MojoFailureException')
