package io.github.rnnadder.loader;

import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.weights.AdderModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs any weights with the class that dependent modules run. */
public final class Adders {

    private Adders() {}

    /**
     * Returns the adder that a module with these weights would load.
     *
     * @param certified whether somebody has checked a certificate of them
     */
    public static PretrainedAdder of(AdderModel model, boolean certified) {
        ByteBuffer tensors = ByteBuffer.wrap(TensorBytes.bytes(model.weights())).order(ByteOrder.LITTLE_ENDIAN);
        return new PretrainedAdder(model.bits(), model.weights().hiddenSize(), certified, tensors);
    }
}
