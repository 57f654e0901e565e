def builds = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
boolean trained(String build) { build.contains('[INFO] Training 8 hidden units') }
boolean upToDate(String build) { build.contains('[INFO] Up to date: ') }

/** Every file of a moment, with its time and content. */
def at = { String moment ->
    File root = new File(basedir, "target/remembered/${moment}")
    def files = [:]
    root.eachFileRecurse(groovy.io.FileType.FILES) {
        files[root.toPath().relativize(it.toPath()).toString().replace(File.separator, '/')] =
            [it.lastModified(), it.bytes.encodeHex().toString()]
    }
    files
}
String weights = 'classes/META-INF/rnn-adder/com.acme/incremental.safetensors'

// Nothing changed: nothing is made, nothing is compiled.
assert trained(builds[0]) && !upToDate(builds[0])
assert upToDate(builds[1]) && !trained(builds[1])
assert builds[1].contains('Nothing to compile')
assert at('first').containsKey(weights) && at('first').containsKey('classes/com/acme/PretrainedAdder.class')
assert at('second') == at('first')

// A changed config, and a renamed loader, which leaves nothing of the old one.
assert trained(builds[2])
assert at('changed')[weights][1] != at('first')[weights][1]
assert at('changed').keySet().findAll { it.contains('Adder') }.toSet() == [
    'classes/com/acme/AnotherAdder.class', 'classes/com/acme/AnotherAdder$Generated.class',
    'generated-sources/rnn-adder/com/acme/AnotherAdder.java'].toSet()

// A failed gate takes the weights of the earlier success away.
assert trained(builds[3]) && builds[3].contains(' is below the required 100% (1024 of 1024)')
def left = []
['classes', 'generated-resources', 'generated-sources'].each {
    new File(basedir, "target/${it}").eachFileRecurse(groovy.io.FileType.FILES) { left << it.name }
}
assert left == ['Unrelated.class']
