String log = new File(basedir, 'build.log').text

// What Maven says of each module: while it builds it, and at the end, where all that failed is told once more.
def building = log.split(/(?m)^\[INFO\] -+< /).tail().collectEntries { [it[it.indexOf(':') + 1..<it.indexOf(' >')], it] }
def (ended, help) = log.split(/(?m)^\[ERROR\] For more information/)
def failures = ended.split(/(?m)^(?=\[ERROR\] Failed to execute goal )/).tail()
def failed = failures.collectEntries { [(it =~ / on project (\S+): /)[0][1], it] }
assert failed.keySet() == ['bad-config', 'counterexample', 'gate-fails', 'misspelt', 'no-parameter', 'no-switch', 'same-name', 'too-late'].toSet()

// Each module has a script of its own, with what concerns it as its log.
basedir.eachDir { module ->
    File script = new File(module, 'verify.groovy')
    if (script.isFile()) {
        def number = (failed[module.name] ?: '') =~ /\[Help \d+\]/
        new File(module, 'build.log').text = building[module.name].split(/(?m)^\[INFO\] Reactor Summary/)[0] +
            (failed[module.name] ?: '') + help.readLines().findAll { number.find(0) && it.contains(number.group()) }.join('\n')
        new GroovyShell(getClass().classLoader, new Binding(basedir: module, localRepositoryPath: localRepositoryPath)).evaluate(script)
    }
}
return true
