String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Report in ')
// What Maven itself says of its site plugin is not ours.
assert !log.readLines().any { it.startsWith('[WARNING]') && it.contains('rnn-adder') }

String alone = new File(basedir, 'target/reports/rnn-adder.html').text
def scripts = (alone.substring(alone.indexOf('<h1>')) =~ /(?s)<(script|style)[^>]*>.*?<\/\1>/).collect { it[0] }
assert scripts.size() == 3

['reports', 'site', 'site-3.12.1'].collect { new File(basedir, "target/${it}") }.each { directory ->
    String page = new File(directory, 'rnn-adder.html').text
    assert page.contains('RNN adder report')
    assert page =~ /Passed: \d+ of 16384 sums of 8 bits exact/
    assert page.contains('Try a sum')
    assert ['rnn-adder-a', 'rnn-adder-b', 'rnn-adder-sum'].every { page.contains("id=\"$it\"") }
    // What a site makes of the page changes nothing in the script and the numbers that it adds with.
    assert scripts.every { page.contains(it) }
    assert !page.contains('certificate.png')
    ['accuracy', 'error', 'weights', 'hidden'].each { name ->
        assert page =~ /src="rnn-adder\/${name}.png"[^>]*alt="[^"]+"/
        ['', '-dark'].each { look ->
            def picture = javax.imageio.ImageIO.read(new File(directory, "rnn-adder/${name}${look}.png"))
            assert picture.width == 1440
        }
    }
}
// The sites list it.
assert ['site', 'site-3.12.1'].every {
    new File(basedir, "target/${it}/project-reports.html").text.contains('RNN adder report')
}
