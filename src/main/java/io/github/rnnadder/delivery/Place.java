package io.github.rnnadder.delivery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an output goes.
 *
 * @param file the output
 * @param copy what Maven makes of it in the class directory: the copy of a resource, the class of a source
 */
record Place(Path file, Path copy) {

    private static final String CLASS = ".class";

    /** Says whether Maven copies the output, rather than compiling it. */
    boolean isResource() {
        return !copy.toString().endsWith(CLASS);
    }

    /** Returns what Maven may have made of the output: a copy, or a class and those nested in it. */
    List<Path> copies() throws IOException {
        List<Path> copies = new ArrayList<>(List.of(copy));
        if (!isResource()) {
            copies.addAll(nestedClasses());
        }
        return copies;
    }

    private List<Path> nestedClasses() throws IOException {
        String name = copy.getFileName().toString();
        String prefix = name.substring(0, name.length() - CLASS.length()) + "$";
        List<Path> nested = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(copy.getParent())) {
            for (Path sibling : siblings) {
                String other = sibling.getFileName().toString();
                if (other.startsWith(prefix) && other.endsWith(CLASS)) {
                    nested.add(sibling);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return nested;
    }
}
