package com.acme.app;

/** Adds two numbers with either model. */
public final class App {

    private App() {}

    public static void main(String[] args) {
        long a = Long.parseLong(args[0]);
        long b = Long.parseLong(args[1]);
        System.out.println(com.acme.one.PretrainedAdder.load().add(a, b));
        System.out.println(com.acme.two.PretrainedAdder.load().add(a, b));
    }
}
