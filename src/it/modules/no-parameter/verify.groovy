assert new File(basedir, 'build.log').text.contains(
    'The property rnn-adder.iterations is not a parameter of the plugin: iterations is a key of the config')
