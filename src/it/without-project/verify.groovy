assert !new File(basedir, 'pom.xml').exists()

def log = new File(basedir, 'build.log').readLines()
def drawing = new File(basedir, 'drawing.txt').readLines().collect { "[INFO] $it" as String }
assert Collections.indexOfSubList(log, drawing) >= 0
assert log.contains('[INFO] 16384 of 16384 sums exact')
