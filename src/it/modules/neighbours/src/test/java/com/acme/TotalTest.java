package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TotalTest {

    @Test
    void adds() {
        assertEquals(128, Total.of(37, 91));
    }
}
