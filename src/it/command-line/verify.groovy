def (all, top, train, executions, misplaced) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()

// Over the whole reactor, the modules that have nothing to do with it are left alone.
assert all.contains('Nothing to do: app neither declares the plugin nor has a config, and model does')
assert all.contains('[INFO] Up to date: ')
assert !new File(basedir, 'app/target/generated-resources').exists()
assert !new File(basedir, 'target/rnn-adder/records').exists()
assert new File(basedir, 'model/target/classes/com/acme/Adder.class').isFile()

// Maven runs a goal that needs no project in the top module alone.
assert top.contains('Maven runs check only in command-line, which neither declares the plugin nor has a config; run it with -pl :model')

// What the POM says inside of an execution is seen by the id of that execution.
assert train.contains('rnn-adder:train on the command line ignores the configuration inside an execution; run '
    + 'mvn rnn-adder:train@default and mvn rnn-adder:train@other, or move the configuration')
assert !train.contains('Training ') && !train.contains('Removed ')
assert executions.count('[INFO] Up to date: ') == 2
assert executions.contains(' of 16 sums of 3 bits exact')
assert executions.contains('1 + 2 = 3')

// What the plugin does not know would be passed over.
assert misplaced.contains('-Drnn-adder.iterations is not a parameter of the plugin: iterations is a key of the config')
