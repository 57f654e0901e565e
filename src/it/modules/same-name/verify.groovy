String log = new File(basedir, 'build.log').text
assert log.contains("The executions 'default' and 'second' of train would write the same files: "
    + "resourceName is 'adder' and 'Adder'; each needs its own")
assert !log.contains('Training ')
