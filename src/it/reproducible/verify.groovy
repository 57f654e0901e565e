def (first, second) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

assert first.contains('[INFO] Training 8 hidden units')
assert second.contains('[INFO] Training 8 hidden units')
assert second.contains('rebuild comparison result: 4 files match')
