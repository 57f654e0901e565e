assert new File(basedir, 'app/target/parallel-app-1.0.0.jar').isFile()

// The same config gives the same weights, whatever else is going on.
def weights = ['model', 'other'].collect {
    new groovy.json.JsonSlurper().parse(
        new File(basedir, "${it}/target/generated-resources/rnn-adder/META-INF/rnn-adder/com.acme/parallel-${it}.json"))
}
assert weights[0] == weights[1]
