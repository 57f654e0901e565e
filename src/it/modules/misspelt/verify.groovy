assert new File(basedir, 'build.log').text.contains(
    '<acuracyThreshold> is no parameter of train; did you mean <accuracyThreshold>?')
