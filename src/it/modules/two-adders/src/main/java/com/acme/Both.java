package com.acme;

/** Asks both adders. */
public final class Both {

    private Both() {}

    public static boolean agree(long a, long b) {
        return NarrowAdder.load().add(a, b) == WideAdder.load().add(a, b);
    }
}
