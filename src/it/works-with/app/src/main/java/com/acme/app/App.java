package com.acme.app;

import com.acme.model.PretrainedAdder;

/** Adds two numbers with the adder of another module, and with its own. */
public final class App {

    private App() {}

    public static void main(String[] numbers) {
        long a = Long.parseLong(numbers[0]);
        long b = Long.parseLong(numbers[1]);
        System.out.println(PretrainedAdder.load().add(a, b) + " " + OwnAdder.load().add(a, b));
    }
}
