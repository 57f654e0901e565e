package io.github.rnnadder.mojo;

import org.apache.maven.plugin.MojoExecution;

/**
 * An exception that no goal expects.
 *
 * @param execution in which it came up
 */
record Bug(MojoExecution execution) {

    /** Says what it is, and what to do. */
    String sentence(RuntimeException e) {
        return "This is a bug of " + execution.getArtifactId() + " " + execution.getVersion() + " in its goal "
                + execution.getGoal() + ": " + e + "; please report it, with what Maven prints for -e";
    }
}
