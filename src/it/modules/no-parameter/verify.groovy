assert new File(basedir, 'build.log').text.contains(
    'The property rnn-adder.iterations is no parameter of the plugin: iterations is a key of the config')
