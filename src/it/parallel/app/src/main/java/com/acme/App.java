package com.acme;

/** Adds with the adder of the module that this one depends on. */
public final class App {

    private App() {}

    public static long sum(long a, long b) {
        return PretrainedAdder.load().add(a, b);
    }
}
