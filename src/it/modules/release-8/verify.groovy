File jar = new File(basedir, 'target/release-8-1.0.0.jar')
URLClassLoader loader = new URLClassLoader(jar.toURI().toURL())
assert loader.loadClass('org.example.sums.Total').of(3, 7, 11, 13) == 34
loader.close()

// Class files of Java 8 have version 52.
new java.util.jar.JarFile(jar).withCloseable {
    def bytes = it.getInputStream(it.getEntry('org/example/sums/Adder.class')).bytes
    assert bytes[7] == 52
}
