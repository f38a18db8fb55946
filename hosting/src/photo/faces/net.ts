// Shapes keep every index below within its array; in the innermost loops a check would cost much.
/* eslint-disable @typescript-eslint/no-non-null-assertion */
import { readGraph, type Graph, type Operation, type Tensor } from './tflite';

/** `BuiltinOperator` of TensorFlow Lite's schema: what BlazeFace is made of. */
const ADD = 0;
const CONCATENATION = 2;
const CONVOLUTION = 3;
const DEPTHWISE_CONVOLUTION = 4;
const MAX_POOL = 17;
const RELU = 19;
const RESHAPE = 22;
const PAD = 34;

type Shape = readonly [batch: number, height: number, width: number, channels: number];

/**
 * A small convolutional net in plain TypeScript: enough for BlazeFace's 31 million multiplications,
 * and nothing that a strict Content-Security-Policy refuses, as WebAssembly would be.
 */
export class Net {
  private readonly graph: Graph;

  /** @throws Error if the net asks for an operation that is not known here */
  constructor(file: ArrayBuffer) {
    this.graph = readGraph(file);
  }

  /** Runs the net on its one input, and returns its outputs in the file's order. */
  run(input: Float32Array): Tensor[] {
    const tensors = [...this.graph.tensors];
    const first = this.graph.inputs[0] ?? 0;
    tensors[first] = { shape: tensors[first]?.shape ?? [], data: input };
    const tensorAt = (place: number): Tensor => {
      const tensor = tensors[place];
      if (!tensor || !('data' in tensor)) {
        throw new Error(`Nothing has been worked out for tensor ${place}`);
      }
      return tensor;
    };
    for (const operation of this.graph.operations) {
      const shape = tensors[operation.output]?.shape ?? [];
      const data = work(operation, operation.inputs.map(tensorAt), shape);
      tensors[operation.output] = { shape, data };
    }
    return this.graph.outputs.map(tensorAt);
  }
}

function work(operation: Operation, inputs: Tensor[], shape: readonly number[]): Float32Array {
  const [input, second, third] = inputs as [Tensor, Tensor, Tensor];
  const { options } = operation;
  switch (operation.code) {
    case ADD:
      return add(input.data, second.data);
    case RELU:
      return cutNegative(input.data);
    case RESHAPE:
      return input.data;
    case CONCATENATION:
      return concatenate(inputs);
    case PAD:
      return padChannels(input, shape as Shape);
    case CONVOLUTION:
      return convolve(input, second, third.data, shape as Shape, options);
    case DEPTHWISE_CONVOLUTION:
      return convolveEach(input, second, third.data, shape as Shape, options);
    case MAX_POOL:
      return poolMax(input, shape as Shape, options);
    default:
      throw new Error(`Operation ${operation.code} is not known`);
  }
}

// Plain loops below, not `map` and the like, which are ten times as slow on typed arrays.

function add(one: Float32Array, other: Float32Array): Float32Array {
  const sum = new Float32Array(one.length);
  for (let index = 0; index < sum.length; index += 1) {
    sum[index] = one[index]! + other[index]!;
  }
  return sum;
}

function cutNegative(values: Float32Array): Float32Array {
  const cut = new Float32Array(values.length);
  for (let index = 0; index < cut.length; index += 1) {
    const value = values[index]!;
    cut[index] = value > 0 ? value : 0;
  }
  return cut;
}

/** Along all but the last dimension, which BlazeFace's outputs share. */
function concatenate(inputs: Tensor[]): Float32Array {
  const all = new Float32Array(inputs.reduce((sum, { data }) => sum + data.length, 0));
  let at = 0;
  for (const { data } of inputs) {
    all.set(data, at);
    at += data.length;
  }
  return all;
}

/** Adds channels of zeros after the given ones. */
function padChannels({ data, shape }: Tensor, [, height, width, channels]: Shape): Float32Array {
  const given = shape[3] ?? 0;
  const padded = new Float32Array(height * width * channels);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    padded.set(data.subarray(pixel * given, (pixel + 1) * given), pixel * channels);
  }
  return padded;
}

/** How many zeros stand before a row, where the output has as many places as the strides allow. */
function zerosBefore(given: number, wanted: number, stride: number, kernel: number): number {
  return Math.max(0, (wanted - 1) * stride + kernel - given) >> 1;
}

/** Weights: output channel, row, column, input channel. */
function convolve(
  input: Tensor,
  weights: Tensor,
  bias: Float32Array,
  [, height, width, channels]: Shape,
  [, strideX = 1, strideY = 1]: readonly number[],
): Float32Array {
  const [, givenHeight, givenWidth, depth] = input.shape as Shape;
  const [, kernelHeight, kernelWidth] = weights.shape as Shape;
  const before = {
    x: zerosBefore(givenWidth, width, strideX, kernelWidth),
    y: zerosBefore(givenHeight, height, strideY, kernelHeight),
  };
  const from = input.data;
  const weight = weights.data;
  const kernel = kernelHeight * kernelWidth * depth;
  const output = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * channels;
      output.set(bias, to);
      for (let row = 0; row < kernelHeight; row += 1) {
        const atY = y * strideY + row - before.y;
        if (atY < 0 || atY >= givenHeight) {
          continue;
        }
        for (let column = 0; column < kernelWidth; column += 1) {
          const atX = x * strideX + column - before.x;
          if (atX < 0 || atX >= givenWidth) {
            continue;
          }
          const start = (atY * givenWidth + atX) * depth;
          const place = (row * kernelWidth + column) * depth;
          // Four channels at once: each number of the input is then fetched once for four sums.
          let channel = 0;
          for (; channel + 4 <= channels; channel += 4) {
            const one = channel * kernel + place;
            const two = one + kernel;
            const three = two + kernel;
            const four = three + kernel;
            let sumOne = 0;
            let sumTwo = 0;
            let sumThree = 0;
            let sumFour = 0;
            for (let index = 0; index < depth; index += 1) {
              const value = from[start + index]!;
              sumOne += value * weight[one + index]!;
              sumTwo += value * weight[two + index]!;
              sumThree += value * weight[three + index]!;
              sumFour += value * weight[four + index]!;
            }
            output[to + channel]! += sumOne;
            output[to + channel + 1]! += sumTwo;
            output[to + channel + 2]! += sumThree;
            output[to + channel + 3]! += sumFour;
          }
          for (; channel < channels; channel += 1) {
            let sum = 0;
            for (let index = 0; index < depth; index += 1) {
              sum += from[start + index]! * weight[channel * kernel + place + index]!;
            }
            output[to + channel]! += sum;
          }
        }
      }
    }
  }
  return output;
}

/** Each channel by itself. Weights: 1, row, column, channel. */
function convolveEach(
  input: Tensor,
  weights: Tensor,
  bias: Float32Array,
  [, height, width, channels]: Shape,
  [, strideX = 1, strideY = 1]: readonly number[],
): Float32Array {
  const [, givenHeight, givenWidth] = input.shape as Shape;
  const [, kernelHeight, kernelWidth] = weights.shape as Shape;
  const before = {
    x: zerosBefore(givenWidth, width, strideX, kernelWidth),
    y: zerosBefore(givenHeight, height, strideY, kernelHeight),
  };
  const from = input.data;
  const weight = weights.data;
  const output = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * channels;
      output.set(bias, to);
      for (let row = 0; row < kernelHeight; row += 1) {
        const atY = y * strideY + row - before.y;
        if (atY < 0 || atY >= givenHeight) {
          continue;
        }
        for (let column = 0; column < kernelWidth; column += 1) {
          const atX = x * strideX + column - before.x;
          if (atX < 0 || atX >= givenWidth) {
            continue;
          }
          const start = (atY * givenWidth + atX) * channels;
          const offset = (row * kernelWidth + column) * channels;
          for (let channel = 0; channel < channels; channel += 1) {
            output[to + channel]! += from[start + channel]! * weight[offset + channel]!;
          }
        }
      }
    }
  }
  return output;
}

/** The largest of each window of `stride` by `stride`. */
function poolMax(
  { data, shape }: Tensor,
  [, height, width, channels]: Shape,
  [, strideX = 1, strideY = 1]: readonly number[],
): Float32Array {
  const [, , givenWidth] = shape as Shape;
  const output = new Float32Array(height * width * channels).fill(-Infinity);
  for (let y = 0; y < height * strideY; y += 1) {
    for (let x = 0; x < width * strideX; x += 1) {
      const to = (Math.floor(y / strideY) * width + Math.floor(x / strideX)) * channels;
      const from = (y * givenWidth + x) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const value = data[from + channel]!;
        if (value > output[to + channel]!) {
          output[to + channel] = value;
        }
      }
    }
  }
  return output;
}
