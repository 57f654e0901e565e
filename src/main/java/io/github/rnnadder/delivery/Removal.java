package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes files away so that nothing can package or load them: as many as can be, whatever stands in the way of others.
 */
final class Removal {

    private final Set<String> kept;
    private final List<Path> gone = new ArrayList<>();
    private final Set<String> stuck = new LinkedHashSet<>();

    /**
     * @param kept outputs, copies and classes that stay where they are: under these names to the letter, also where
     *     case does not count, since jars and loaders tell them apart
     */
    Removal(Set<Path> kept) {
        this.kept = kept.stream().map(Path::toString).collect(Collectors.toSet());
    }

    /** Takes away an output and what Maven made of it. */
    void remove(Place place) {
        if (!kept.contains(place.file().toString()) && delete(place.file())) {
            gone.add(place.file());
        }
        if (!kept.contains(place.copy().toString())) {
            removeCopies(place);
        }
    }

    /** Takes away what Maven made of an output. */
    void removeCopies(Place place) {
        try {
            place.copies().forEach(this::delete);
        } catch (IOException e) {
            delete(place.copy());
            stuck.add(place.copy().getParent() + " (" + FileFailure.reason(e) + ")");
        }
    }

    private boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            stuck.add(file + " (" + FileFailure.reason(e) + ")");
            return false;
        }
    }

    /** Returns the outputs that were there and are no more, in the order of their removal. */
    List<Path> gone() {
        return List.copyOf(gone);
    }

    /**
     * Checks that everything is gone.
     *
     * @throws IOException with a sentence that names what is not, and why
     */
    void requireComplete() throws IOException {
        if (!stuck.isEmpty()) {
            throw new IOException("this could not be taken away, and nothing of it may be packaged: "
                    + String.join(", ", stuck) + "; remove it and build again");
        }
    }
}
