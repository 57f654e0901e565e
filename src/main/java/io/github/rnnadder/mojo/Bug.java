package io.github.rnnadder.mojo;

import org.apache.maven.plugin.MojoExecution;

/**
 * Describes an unexpected exception, which is a bug of the plugin.
 *
 * @param execution the execution that threw the exception
 */
record Bug(MojoExecution execution) {

    /** Returns a sentence that says what happened and asks the user to report it. */
    String sentence(RuntimeException e) {
        return "This is a bug of " + execution.getArtifactId() + " " + execution.getVersion() + " in its goal "
                + execution.getGoal() + ": " + e + "; please report it, with the output of mvn -e";
    }
}
