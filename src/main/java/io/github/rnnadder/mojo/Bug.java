package io.github.rnnadder.mojo;

import org.apache.maven.plugin.MojoExecution;

/**
 * An unexpected exception.
 *
 * @param execution the execution in which it was thrown
 */
record Bug(MojoExecution execution) {

    /** Returns a sentence that says what happened and what to do. */
    String sentence(RuntimeException e) {
        return "This is a bug of " + execution.getArtifactId() + " " + execution.getVersion() + " in its goal "
                + execution.getGoal() + ": " + e + "; please report it, with the output of mvn -e";
    }
}
