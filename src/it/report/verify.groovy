String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Report in ')
// What Maven itself says of its site plugin is not ours.
assert !log.readLines().any { it.startsWith('[WARNING]') && it.contains('rnn-adder') }

String alone = new File(basedir, 'target/reports/rnn-adder.html').text
assert alone =~ /<h1 class="verdict"><span class="measured">Ship it for 0 to 127\.<\/span> All 16,384 sums are right; nothing is known beyond\.<\/h1>/
def scripts = (alone.substring(alone.indexOf('<main>')) =~ /(?s)<script[^>]*>.*?<\/script>/).collect { it[0] }
assert scripts.size() == 2

['reports', 'site', 'site-3.12.1'].collect { new File(basedir, "target/${it}") }.each { directory ->
    String page = new File(directory, 'rnn-adder.html').text
    assert page.contains('RNN adder report')
    assert page.contains('gate passed: ')
    assert ['rnn-adder-a', 'rnn-adder-b', 'rnn-adder-sum'].every { page.contains("id=\"$it\"") }
    // What a site makes of the page changes nothing in the script and the numbers that it adds with.
    assert scripts.every { page.contains(it) }
    // One file: no picture lies beside it.
    assert !new File(directory, 'rnn-adder').exists()
    assert !(page.substring(page.indexOf('class="verdict"'), page.lastIndexOf('})();')) =~ /<img|src=/)
}
// The sites list it.
assert ['site', 'site-3.12.1'].every {
    new File(basedir, "target/${it}/project-reports.html").text.contains('RNN adder report')
}
