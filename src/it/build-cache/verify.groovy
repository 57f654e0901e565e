def (first, second, edited, third) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

assert first.contains('[INFO] Training 8 hidden units')

// Nothing changed: the jar comes out of the cache, with its weights.
assert second.contains('Found cached build, restoring com.acme:build-cache from cache')
assert !second.contains('Training')
new java.util.jar.JarFile(new File(basedir, 'restored/build-cache-1.0.0.jar')).withCloseable {
    assert it.getEntry('META-INF/rnn-adder/com.acme/build-cache.safetensors') != null
}

assert third.contains('[INFO] Training 8 hidden units')
assert third.contains(', seed 2')
