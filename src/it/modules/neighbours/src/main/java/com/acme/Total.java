package com.acme;

import com.acme.adder.PretrainedAdder;

/** What the user wrote. */
public final class Total {

    private Total() {}

    /**
     * Adds with the network.
     *
     * @param a a number
     * @param b another
     * @return their sum
     */
    public static long of(long a, long b) {
        return PretrainedAdder.load().add(a, b);
    }
}
