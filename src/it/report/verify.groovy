String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Report in ')
// What Maven itself says of its site plugin is not ours.
assert !log.readLines().any { it.startsWith('[WARNING]') && it.contains('rnn-adder') }

['reports', 'site', 'site-3.12.1'].collect { new File(basedir, "target/${it}") }.each { directory ->
    String page = new File(directory, 'rnn-adder.html').text
    assert page.contains('RNN adder report')
    assert page =~ /\d+ of 16384 sums exact/
    assert page.contains('One addition, column by column')
    assert !page.contains('certificate.png')
    ['accuracy', 'error', 'weights', 'hidden'].each { name ->
        assert page =~ /src="rnn-adder\/${name}.png"[^>]*alt="[^"]+"/
        def picture = javax.imageio.ImageIO.read(new File(directory, "rnn-adder/${name}.png"))
        assert picture.width == 1440
    }
}
// The sites list it.
assert ['site', 'site-3.12.1'].every {
    new File(basedir, "target/${it}/project-reports.html").text.contains('RNN adder report')
}
