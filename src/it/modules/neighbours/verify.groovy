import java.util.zip.ZipFile

String log = new File(basedir, 'build.log').text

// On Maven 3 the sources' goal runs train again, which then attaches nothing twice; and Javadoc fails on warnings.
assert log.contains('16384 of 16384 sums of 8 bits exact; weights in ')
// Maven 4's own warnings about what it downloads apart.
assert !log.readLines().any { it.startsWith('[WARNING]') && !it.contains(' was downloaded from ') }

// What is measured is what the user wrote.
def covered = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines().drop(1).collect { it.split(',')[1..2].join('.') }
assert covered == ['com.acme.Total']

// What is documented and packaged is all that is compiled.
def entries = { String kind ->
    def zip = new ZipFile(new File(basedir, "target/neighbours-1.0.0-${kind}.jar"))
    def names = zip.entries().toList()*.name
    zip.close()
    names
}
['sources', 'no-fork'].each {
    assert entries(it).containsAll('com/acme/adder/PretrainedAdder.java', 'com/acme/Total.java')
}
assert entries('javadoc').contains('com/acme/adder/PretrainedAdder.html')
assert new File(localRepositoryPath, 'com/acme/neighbours/1.0.0').list().toList().containsAll(
    ['json', 'safetensors', 'cdx.json'].collect { "neighbours-1.0.0-weights.${it}".toString() })
