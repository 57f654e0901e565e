package com.acme.app;

import com.acme.model.PretrainedAdder;
import java.math.BigInteger;

/** Adds two numbers of any length with the adder that the module {@code model} trained. */
public final class App {

    private App() {}

    public static void main(String[] numbers) {
        BigInteger a = new BigInteger(numbers[0]);
        BigInteger b = new BigInteger(numbers[1]);
        System.out.println(a + " + " + b + " = " + PretrainedAdder.load().add(a, b));
    }
}
