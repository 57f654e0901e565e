String console = new File(basedir, 'build.log').text
String log = console.replaceAll('\u001b\\[[0-9;]*m', '')

// The verdict has the colour of success where Maven has colours; some take them out of what goes to a file.
assert !console.contains('\u001b[') || console.contains('\u001b[1;32m1024 of 1024 sums of 6 bits exact\u001b[m')
assert log.contains('1024 of 1024 sums of 6 bits exact; weights in ')
assert log.readLines().contains('[INFO] 1024 of 1024 sums of 6 bits exact')
assert new File(basedir, 'target/gate-passes-1.0.0.jar').isFile()
assert !new File(basedir, 'target/rnn-adder/rejected').exists()

// What a CI server collects.
['train', 'check'].each {
    String report = new File(basedir, "target/rnn-adder/reports/TEST-rnn-adder-${it}-default.xml").text
    assert report.contains('<testcase classname="com.acme.gate-passes.rnn-adder:' + it + '@default" name="accuracy" time="0">')
    assert report.contains('tests="1" failures="0" errors="0" skipped="0"')
    assert report.contains('1024 of 1024 sums of 6 bits exact')
    assert !report.contains(basedir.path)
}
return true
