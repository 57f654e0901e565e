assert new File(basedir, 'build.log').text.contains('train runs in the phase generate-test-sources, but with the scope main'
    + ' its weights are copied in process-resources')
