def (String build, String later) = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
def built = build.readLines()

// What each goal says in the later run; the second of train is of the phase package.
def goals = later.split(/(?m)^\[INFO\] --- rnn-adder(-maven-plugin)?:/).tail().collect { it.readLines() }
def (add, report, train, pack, check, study, help) = goals

assert built.any { it.startsWith('[INFO] Training 16 hidden units on sums of 8 bits: ') }
assert built.any { it.startsWith('[INFO]   every sum right from iteration ') }
assert built.any { it.startsWith('[INFO] 16384 of 16384 sums of 8 bits exact, CERTIFIED at every width; weights in ') }
assert built.any { it.startsWith('[INFO] 16384 of 16384 sums of 8 bits exact, CERTIFIED at every width by ') }
assert built.any { it.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') }
assert !built.any { it.startsWith('[WARNING]') }

// What the README shows of this build; how the first line of a goal looks, Maven decides.
def shown = new File(basedir, '../../../README.md').readLines().findAll { it.startsWith('[INFO] ') && !it.contains(' --- ') }
assert shown.size() == 3
shown.each { assert built*.matches('\\Q' + it.replace('…', '\\E.+\\Q') + '\\E').any() }

// The sum that the documentation shows.
def drawing = new File(basedir, 'drawing.txt').readLines().collect { "[INFO] $it" as String }
assert Collections.indexOfSubList(add, drawing) >= 0

// The report that the site shows is this one.
def reports = ['model/target/reports', '../../../src/site/resources/example'].collect { new File(basedir, it) }
def pages = reports.collect { new File(it, 'rnn-adder.html').text }
assert pages[0] == pages[1]: 'the report has changed: make that of the site again, see contributing.md'

// The command line sees the configuration that the build sees.
assert [train, pack].every { it.any { line -> line.startsWith('[INFO] Up to date: ') } }
assert later.contains('Nothing to compile')
assert check.any { it.startsWith('[INFO] 16384 of 16384 sums of 8 bits exact, CERTIFIED at every width by ') }
assert study.contains('[INFO] Training and certifying 6 networks, ' + Runtime.runtime.availableProcessors()
    + ' at a time: every initializer, seeds 1 to 2')
assert help.any { it.contains('loaderClass') }

def packaged = { String jar ->
    new java.util.zip.ZipFile(new File(basedir, jar)).withCloseable { zip ->
        zip.entries().findAll { !it.directory && !it.name.startsWith('META-INF/maven/') }*.name.toSet()
    }
}
assert packaged('model/target/model-1.0.0.jar') == [
    'META-INF/MANIFEST.MF',
    'META-INF/rnn-adder/com.acme/model.certificate.json',
    'META-INF/rnn-adder/com.acme/model.cdx.json',
    'META-INF/rnn-adder/com.acme/model.json',
    'META-INF/rnn-adder/com.acme/model.safetensors',
    'com/acme/model/PretrainedAdder.class',
    'com/acme/model/PretrainedAdder$Generated.class'].toSet()
assert packaged('app/target/app-1.0.0.jar') == ['META-INF/MANIFEST.MF', 'com/acme/app/App.class'].toSet()

// The app runs from these two jars, on a class path and as modules.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def jars = ['model/target/model-1.0.0.jar', 'app/target/app-1.0.0.jar'].join(File.pathSeparator)
def run = { List<String> arguments ->
    def process = new ProcessBuilder([java] + arguments).directory(basedir).redirectErrorStream(true).start()
    process.inputStream.text.trim()
}
assert run(['-cp', jars, 'com.acme.app.App', '37', '91']) == '37 + 91 = 128'
assert run(['-p', jars, '-m', 'app/com.acme.app.App', '37', '91']) == '37 + 91 = 128'

// The app gets the model, and neither the plugin nor Jackson.
def tree = new File(basedir, 'app/target/tree.txt').readLines().findAll { !it.contains(':test') }
assert tree == ['com.acme:app:jar:1.0.0', '+- com.acme:model:jar:1.0.0:compile']

// What a CI server collects, of the last training, which was up to date.
String verdict = new File(basedir, 'model/target/rnn-adder/reports/TEST-rnn-adder-train-default.xml').text
assert verdict.contains('tests="2" failures="0" errors="0" skipped="0"')
assert verdict.count('<system-out>Up to date</system-out>') == 2
