package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a study is kept: {@code study.csv} with every run, and {@code study.md} with the table.
 *
 * @param directory of the files
 * @param files how to write them
 */
public record StudyFiles(Path directory, AtomicFiles files) {

    /** Writes both files. */
    public void write(Study study) throws IOException {
        files.write(directory.resolve("study.csv"), out -> StudyCsv.write(study, out));
        files.write(directory.resolve("study.md"), new StudyTable(study).markdown());
    }
}
