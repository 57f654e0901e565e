List<String> jars = ['one/target/model-1.0.0.jar', 'two/target/model-1.0.0.jar', 'app/target/app-1.0.0.jar']
String jdk = System.getProperty('java.home')
def runBy = { String home, String... arguments ->
    def process = new ProcessBuilder([new File(home, 'bin/java').path, *arguments, '7', '13']).directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.readLines()
    assert process.waitFor() == 0
    output
}
def run = { String... arguments -> runBy(jdk, arguments) }
String path = jars.join(File.pathSeparator)
assert run('-cp', path, 'com.acme.app.App') == ['20', '20']
assert run('-p', path, '-m', 'com.acme.app/com.acme.app.App') == ['20', '20']

// So do they in an image that has nothing but these modules and java.base.
File image = new File(basedir, 'image')
image.deleteDir()
String modules = jars.collect { new File(basedir, it).path }.join(File.pathSeparator)
assert java.util.spi.ToolProvider.findFirst('jlink').get().run(System.out, System.err,
    '-p', modules, '--add-modules', 'com.acme.app', '--output', image.path) == 0
assert runBy(image.path, '-m', 'com.acme.app/com.acme.app.App') == ['20', '20']

// Each has its own.
def weights = { String group ->
    new File(basedir, "${group}/target/classes/META-INF/rnn-adder/com.acme.${group}/model.safetensors").bytes
}
assert weights('one') != weights('two')
