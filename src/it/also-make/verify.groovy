assert new File(basedir, 'app/target/also-make-app-1.0.0.jar').isFile()
assert new File(basedir, 'model/target/also-make-model-1.0.0.jar').isFile()
assert !new File(basedir, 'other/target').exists()
