def (first, second) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

assert first.contains('[INFO] Training 8 hidden units')
assert second.contains('[INFO] Training 8 hidden units')
// The jar, both weights, the card and the POM; Maven 4 has it twice.
assert second =~ 'rebuild comparison result: [56] files match'
