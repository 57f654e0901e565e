def (init, build) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

File config = new File(basedir, 'src/main/rnn-adder/adder.yaml')
File schema = new File(basedir, 'src/main/rnn-adder/adder.schema.json')
[config, schema].each {
    assert it.isFile()
    assert init.readLines().contains("[INFO] Wrote ${it}" as String)
    assert build.readLines().contains("[INFO] ${it} exists already and was kept" as String)
}

// What is printed can be pasted as it stands, and is what this module declares.
def printed = init.substring(init.indexOf('<plugin>\n'), init.indexOf('</plugin>') + '</plugin>'.length())
assert new File(basedir, 'pom.xml').text.contains(printed.readLines().collect { ' ' * 6 + it }.join('\n'))

assert build.contains('16384 of 16384 sums of 8 bits exact, CERTIFIED at every width; weights in ')
assert build.contains('16384 of 16384 sums of 8 bits exact, CERTIFIED at every width by ')
assert build.contains('37 + 91 = 128, predicted right')
