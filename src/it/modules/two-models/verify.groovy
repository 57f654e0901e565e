List<String> jars = ['one/target/model-1.0.0.jar', 'two/target/model-1.0.0.jar', 'app/target/app-1.0.0.jar']
String java = new File(System.getProperty('java.home'), 'bin/java').path
def run = { String... arguments ->
    def process = new ProcessBuilder([java, *arguments, '7', '13']).directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.readLines()
    assert process.waitFor() == 0
    output
}
String path = jars.join(File.pathSeparator)
assert run('-cp', path, 'com.acme.app.App') == ['20', '20']
assert run('-p', path, '-m', 'com.acme.app/com.acme.app.App') == ['20', '20']

// Each has its own.
def weights = { String group ->
    new File(basedir, "${group}/target/classes/META-INF/rnn-adder/com.acme.${group}/model.safetensors").bytes
}
assert weights('one') != weights('two')
