assert !new File(basedir, 'pom.xml').exists()

def log = new File(basedir, 'build.log').readLines()
assert log.count { it ==~ /\[INFO\] a +0 +0 +1 +0 +0 +1 +0 +1/ } == 1
assert log.count { it ==~ /\[INFO\] b +0 +1 +0 +1 +1 +0 +1 +1/ } == 1
assert log.count { it ==~ /\[INFO\] p( +[01]\.\d{3}){8}/ } == 1
assert log.count { it ==~ /\[INFO\] sum +1 +0 +0 +0 +0 +0 +0 +0/ } == 1
assert log.any { it.startsWith('[INFO] 37 + 91 = 128') }
assert log.contains('[INFO] 16384 of 16384 sums exact')
