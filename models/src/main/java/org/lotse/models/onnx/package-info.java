/**
 * Models in the exchange form ONNX: written ({@link org.lotse.models.onnx.WriteOnnx}), and read as data only
 * ({@link org.lotse.models.onnx.CheckOnnx}). What a customer brings is scored by a process of its own
 * ({@link org.lotse.models.onnx.OnnxProcess}, spoken to by {@link org.lotse.models.onnx.RunOnnx}): it has its own memory, a time
 * limit, no environment, and takes nobody with it when it dies.
 */
@NullMarked
package org.lotse.models.onnx;

import org.jspecify.annotations.NullMarked;
