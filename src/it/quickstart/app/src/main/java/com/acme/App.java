package com.acme;

/** Adds two numbers with the adder that the module {@code model} trained. */
public final class App {

    private App() {}

    public static void main(String[] args) {
        long a = Long.parseLong(args[0]);
        long b = Long.parseLong(args[1]);
        System.out.println(a + " + " + b + " = " + PretrainedAdder.load().add(a, b));
    }
}
