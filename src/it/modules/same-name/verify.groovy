String log = new File(basedir, 'build.log').text
assert log.contains("The executions 'default' and 'second' of train would write the same file: "
    + 'target/generated-resources/rnn-adder/Adder.json; each needs its own resourceName and loaderClass')
