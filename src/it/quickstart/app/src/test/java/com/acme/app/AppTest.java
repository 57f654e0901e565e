package com.acme.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.model.PretrainedAdder;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AppTest {

    private final PretrainedAdder adder = PretrainedAdder.load();

    @Test
    void everySumOfTheTrainedWidthIsRight() {
        for (long a = 0; a < 128; a++) {
            for (long b = 0; b < 128; b++) {
                assertEquals(a + b, adder.add(a, b));
            }
        }
    }

    @Test
    void aSumOfTwoHundredColumnsIsRight() {
        BigInteger allOnes = BigInteger.TWO.pow(200).subtract(BigInteger.ONE);
        assertEquals(BigInteger.TWO.pow(200), adder.add(allOnes, BigInteger.ONE));
    }
}
