File installed = new File(localRepositoryPath, 'com/acme/packaging-pom/1.0.0')
File made = new File(basedir, 'target/generated-resources/rnn-adder/META-INF/rnn-adder/com.acme')
for (type in ['json', 'safetensors', 'cdx.json']) {
    assert new File(installed, "packaging-pom-1.0.0-weights.${type}").bytes == new File(made, "packaging-pom.${type}").bytes
}
