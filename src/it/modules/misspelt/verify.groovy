assert new File(basedir, 'build.log').text.contains(
    '<acuracyThreshold> is not a parameter of train; did you mean <accuracyThreshold>?')
