package io.github.rnnadder.report.adder;

/** The Maven coordinates of a jar with an adder. */
public record Coordinates(String groupId, String artifactId, String version) {

    String dependency() {
        return """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </dependency>
                """.formatted(groupId, artifactId, version);
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
