package com.acme.kotlin

import com.acme.model.PretrainedAdder

/** Adds with the adder of another module, and with its own. */
fun sums(a: Long, b: Long): List<Long> = listOf(PretrainedAdder.load().add(a, b), OwnAdder.load().add(a, b))
