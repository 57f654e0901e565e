package com.acme;

/** A class that is compiled together with the loader. */
public final class Unrelated {

    private Unrelated() {}
}
