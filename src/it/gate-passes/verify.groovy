String log = new File(basedir, 'build.log').text

assert log.contains('1024 of 1024 sums exact; weights in ')
assert log.readLines().contains('[INFO] 1024 of 1024 sums exact')
assert new File(basedir, 'target/gate-passes-1.0.0.jar').isFile()
assert !new File(basedir, 'target/rnn-adder/rejected').exists()

// What a CI server collects.
['train', 'check'].each {
    String report = new File(basedir, "target/rnn-adder/reports/TEST-rnn-adder-${it}-default.xml").text
    assert report.contains('<testcase classname="com.acme.gate-passes.rnn-adder:' + it + '@default" name="accuracy" time="0">')
    assert report.contains('tests="1" failures="0" errors="0" skipped="0"')
    assert report.contains('1024 of 1024 sums exact')
    assert !report.contains(basedir.path)
}
return true
