def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
def refused = { int build, String goal ->
    String log = builds[build - 1]
    assert log.contains("rnn-adder:${goal} does not see what the POM says inside of an execution; run "
        + "mvn rnn-adder:${goal}@default and mvn rnn-adder:${goal}@other, or move the configuration")
    assert !log.contains('Training ') && !log.contains('Taken away')
}
refused(2, 'train')
refused(3, 'check')
refused(4, 'study')
refused(5, 'report')
refused(6, 'add')
refused(9, 'train')
assert builds[6].count('[INFO] Up to date: ') == 2
assert builds[6].contains(' of 16 sums exact')
assert builds[7].contains('1 + 2 = 3')

// Over the whole reactor, the modules that have nothing to do with it are left alone.
String nothing = 'Nothing to do: app neither declares the plugin nor has a config, and model does'
assert builds[9].contains(nothing) && builds[9].contains('[INFO] Up to date: ')
refused(11, 'train')
refused(13, 'train')

// Maven runs a goal that needs no project in the top module alone.
assert builds[11].contains('Maven runs check in command-line alone, which neither declares the plugin nor has a config; run it with -pl :model')

// What the plugin does not know would be passed over.
assert builds[13].contains('-Drnn-adder.iterations is no parameter of the plugin: iterations is a key of the config')
assert builds[14].contains('-Drnn-adder.certfy is no parameter of the plugin; did you mean -Drnn-adder.certify?')
assert !new File(basedir, 'app/target/generated-resources').exists()
assert !new File(basedir, 'target/rnn-adder/records').exists()
assert new File(basedir, 'model/target/classes/com/acme/Adder.class').isFile()
