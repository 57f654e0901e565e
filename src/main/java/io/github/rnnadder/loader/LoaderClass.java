package io.github.rnnadder.loader;

import io.github.rnnadder.base.text.ParameterException;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The fully qualified name of a loader class.
 *
 * @param name a legal Java name, for example {@code com.acme.PretrainedAdder}
 */
public record LoaderClass(String name) {

    /** Names that are not keywords, but that Java does not allow as names of classes. */
    private static final Set<String> RESTRICTED = Set.of("var", "yield", "record", "sealed", "permits");

    /**
     * Checks the name.
     *
     * @throws ParameterException if the name is not allowed
     */
    public LoaderClass {
        if (!SourceVersion.isName(name) || RESTRICTED.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new ParameterException("loaderClass is '" + name
                    + "'; it must be a fully qualified Java class name such as com.acme.PretrainedAdder");
        }
    }

    /** Returns the name without its package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns the package; empty for the unnamed package. */
    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Returns the path of the source file, relative to its source root and with slashes. */
    public String sourcePath() {
        return name.replace('.', '/') + ".java";
    }
}
