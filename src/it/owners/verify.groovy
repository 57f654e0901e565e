def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert builds[0].count(' bits exact; weights in ') == 2
assert !builds[0].contains('Removed ')

String removed = builds[1].readLines().find { it.contains('outdated files: ') }
assert ['first.json', 'second.json', 'Second.java'].every { removed.contains(it) }
assert builds[1].contains(' is below the required 100%')

// What the gate refused, and what came before it, is in no jar.
def jar = new java.util.zip.ZipFile(new File(basedir, 'target/owners-1.0.0.jar'))
assert jar.entries().findAll { !it.directory }*.name.findAll { !it.startsWith('META-INF/') } == []
jar.close()
