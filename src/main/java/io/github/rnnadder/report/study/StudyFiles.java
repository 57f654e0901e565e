package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a study is kept: {@code study.csv} and {@code study.json} with every run, and {@code study.md} with the table.
 *
 * @param directory of the files
 * @param files how to write them
 */
public record StudyFiles(Path directory, AtomicFiles files) {

    /** Writes the three files. */
    public void write(Study study) throws IOException {
        files.write(directory.resolve("study.csv"), out -> StudyCsv.write(study, out));
        files.write(directory.resolve("study.json"), out -> StudyJson.write(study, out));
        files.write(directory.resolve("study.md"), new StudyTable(study).markdown());
    }
}
