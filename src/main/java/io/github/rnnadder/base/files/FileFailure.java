package io.github.rnnadder.base.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes in words why a file could not be read, written or deleted. */
public final class FileFailure {

    private FileFailure() {}

    /** Returns a sentence with the reason, and with the name of the file if the exception contains it. */
    public static String sentence(IOException e) {
        if (!(e instanceof FileSystemException failure) || failure.getFile() == null) {
            return "Input or output failed: " + reason(e);
        }
        // The exact message of the cause, because Maven would otherwise append that message again.
        String sentence = "Cannot read or write " + failure.getMessage();
        return failure.getReason() != null ? sentence : sentence + ": " + reason(failure);
    }

    /** Returns only the reason, for a sentence that already names the file. */
    public static String reason(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it exists and is not a directory";
        }
        if (e instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "it is a directory, and not empty";
        }
        return e instanceof FileSystemException || e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage();
    }
}
