package io.github.rnnadder.loader;

import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Creates adders from weights in memory, with the same class that dependent modules run. */
public final class Adders {

    private Adders() {}

    /**
     * Returns the adder that a module with these weights would load.
     *
     * @param bits T, the width of the sums that the weights were trained on
     * @param certified whether a certificate for the weights was checked
     */
    public static PretrainedAdder of(int bits, Weights weights, boolean certified) {
        ByteBuffer tensors = ByteBuffer.wrap(TensorBytes.bytes(weights)).order(ByteOrder.LITTLE_ENDIAN);
        return new PretrainedAdder(bits, weights.hiddenSize(), certified, tensors);
    }
}
