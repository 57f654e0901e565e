String log = new File(basedir, 'build.log').text
assert log.contains("haltOnFailure is '1'; it must be true or false")
assert log.contains('/MojoExecutionException')
assert !log.contains('Training ')
