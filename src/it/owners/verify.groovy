def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert builds[1].count('[INFO] Up to date: ') == 2
def twice = { int build, String parameter, String one, String other ->
    assert builds[build - 1].contains("The executions 'default' and 'second' of train would write the same files: "
        + "${parameter} is '${one}' and '${other}'; each needs its own")
    assert !builds[build - 1].contains('Training ')
}
twice(3, 'resourceName', 'first', 'First')
twice(4, 'loaderClass', 'com.acme.First', 'com.acme.First')
twice(5, 'classifier', 'weights', 'weights')

assert builds[5] =~ /Taken away, since no execution of train makes it any more: .*second\.json.*Second\.java/
assert builds[6] =~ /\[WARNING\] Accuracy .* is below the required 100%/
assert builds[7] =~ /Taken away, since no execution of train makes it any more: .*first\.json/
assert builds[8] =~ /Taken away, since no execution of train makes it any more: .*renamed\.json/
assert builds[8].contains(' is below the required 100%')

// What the gate refused, and what came before it, is in no jar.
def jar = new java.util.zip.ZipFile(new File(basedir, 'target/owners-1.0.0.jar'))
assert jar.entries().findAll { !it.directory }*.name.findAll { !it.startsWith('META-INF/') } == []
jar.close()
