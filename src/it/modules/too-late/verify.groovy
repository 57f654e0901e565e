assert new File(basedir, 'build.log').text.contains("train runs in the phase 'generate-test-sources', but with the scope main"
    + ' Maven may have copied and compiled everything by then; use validate, initialize, generate-sources, ')
