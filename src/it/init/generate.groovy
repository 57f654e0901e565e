// What an earlier run of this test left, the goal would keep.
new File(basedir, 'src').deleteDir()
