package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TestAdderTest {

    @Test
    void addsWhatItWasTrainedFor() {
        assertEquals(5, TestAdder.load().add(2, 3));
    }
}
