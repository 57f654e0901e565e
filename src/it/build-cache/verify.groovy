def (init, first, second, edited, lenient, strict) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

assert init.contains('Wrote ' + new File(basedir, '.mvn/maven-build-cache-config.xml'))
assert first.contains('[INFO] Training 8 hidden units')

// Nothing changed: the jar comes out of the cache, with its weights, and check knows what was trained.
assert second.contains('Found cached build, restoring com.acme:build-cache from cache')
assert !second.contains('Training')
assert second.contains(' bits exact')
new java.util.jar.JarFile(new File(basedir, 'restored/build-cache-1.0.0.jar')).withCloseable {
    assert it.getEntry('META-INF/rnn-adder/com.acme/build-cache.safetensors') != null
}

assert lenient.contains('[INFO] Training 8 hidden units')
assert lenient.contains(', seed 2')

// What a lenient gate let through is no hit for a strict one.
assert strict.contains('Plugin parameter mismatch found. Parameter: haltOnFailure')
assert strict.contains('[INFO] Training 8 hidden units')
