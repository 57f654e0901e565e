package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AppTest {

    @Test
    void everySumOfTheTrainedWidthIsRight() {
        PretrainedAdder adder = PretrainedAdder.load();
        for (long a = 0; a < 128; a++) {
            for (long b = 0; b < 128; b++) {
                assertEquals(a + b, adder.add(a, b));
            }
        }
    }
}
