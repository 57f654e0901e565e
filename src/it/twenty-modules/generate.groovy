def names = (1..20).collect { "adder-${it}" }

File pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<!-- generate.groovy makes them -->', names.collect { "<module>${it}</module>" }.join('\n    '))
for (name in names) {
    File module = new File(basedir, name)
    module.mkdirs()
    new File(module, 'pom.xml').text = """\
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.acme</groupId>
            <artifactId>twenty-modules</artifactId>
            <version>1.0.0</version>
          </parent>
          <artifactId>${name}</artifactId>
        </project>
        """.stripIndent()
}
