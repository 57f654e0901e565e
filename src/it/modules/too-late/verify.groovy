assert new File(basedir, 'build.log').text.contains("train runs in the phase 'generate-test-sources', where Maven may not copy and"
    + ' compile what it makes with the scope main; allowed are validate, initialize, generate-sources, ')
