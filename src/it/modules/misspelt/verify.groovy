assert new File(basedir, 'build.log').text.contains(
    '<acuracyThreshold> is no parameter of the plugin; did you mean <accuracyThreshold>?')
