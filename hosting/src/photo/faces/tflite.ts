/** An array of numbers with a shape: batch, height, width, channels for pictures. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** One operation of a net. Operands are places in {@link Graph.tensors}. */
export interface Operation {
  /** As in TensorFlow Lite's schema: `BuiltinOperator`. */
  readonly code: number;
  readonly inputs: readonly number[];
  readonly output: number;
  /** The small numbers of the operation's options, in the schema's order: padding, strides, ... */
  readonly options: readonly number[];
}

/** A net as its file describes it. */
export interface Graph {
  /** The constants have data; what is worked out has only a shape. */
  readonly tensors: readonly (Tensor | { readonly shape: readonly number[] })[];
  readonly operations: readonly Operation[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** `TensorType` of the schema. */
const FLOAT16 = 1;
const INT32 = 2;

const DEQUANTIZE = 6;

/**
 * Reads a net from a `.tflite` file, which is a FlatBuffer after TensorFlow Lite's `schema.fbs`.
 * Numbers of 16 bits are widened once, here.
 */
export function readGraph(file: ArrayBuffer): Graph {
  const buffer = new FlatBuffer(file);
  const model = buffer.root();
  const codes = buffer
    .tables(model, 1)
    // The newer field of 32 bits, or the older one of 8 bits; the larger of the two counts.
    .map((code) => Math.max(buffer.int32(code, 3), buffer.int8(code, 0)));
  const contents = buffer.tables(model, 4);
  const [main] = buffer.tables(model, 2);
  if (main === undefined) {
    throw new Error('There is no graph in this file');
  }
  const tensors: (Tensor | { shape: readonly number[] })[] = buffer
    .tables(main, 0)
    .map((tensor) => {
      const shape = buffer.int32s(tensor, 0);
      const bytes = buffer.bytes(contents[buffer.int32(tensor, 2)] ?? 0, 0);
      return bytes.byteLength > 0
        ? { shape, data: numbers(bytes, buffer.int8(tensor, 1)) }
        : { shape };
    });
  const operations = buffer.tables(main, 3).map((operation) => {
    const options = buffer.table(operation, 4);
    return {
      code: codes[buffer.int32(operation, 0)] ?? -1,
      inputs: buffer.int32s(operation, 1),
      output: buffer.int32s(operation, 2)[0] ?? -1,
      // A byte each, or an int32 that is small: its first byte.
      options: [0, 1, 2, 3, 4].map((field) => (options ? buffer.int8(options, field) : 0)),
    };
  });
  // What only widens a constant is done: the constant is wide already.
  const rest = operations.filter(({ code, inputs, output }) => {
    const constant = tensors[inputs[0] ?? -1];
    if (code !== DEQUANTIZE || !constant || !('data' in constant)) {
      return true;
    }
    tensors[output] = constant;
    return false;
  });
  return {
    tensors,
    operations: rest,
    inputs: buffer.int32s(main, 1),
    outputs: buffer.int32s(main, 2),
  };
}

function numbers(bytes: DataView, type: number): Float32Array {
  const size = type === FLOAT16 ? 2 : 4;
  return Float32Array.from({ length: bytes.byteLength / size }, (_, index) => {
    const at = index * size;
    if (type === FLOAT16) {
      return widen(bytes.getUint16(at, true));
    }
    return type === INT32 ? bytes.getInt32(at, true) : bytes.getFloat32(at, true);
  });
}

/** IEEE 754: one bit for the sign, five for the exponent, ten for the fraction. */
function widen(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = (half & 0x3ff) / 1024;
  if (exponent === 0) {
    return sign * 2 ** -14 * fraction;
  }
  return exponent === 31 ? sign * Infinity : sign * 2 ** (exponent - 15) * (1 + fraction);
}

/** Walks a FlatBuffer: tables name their fields by offsets, and absent ones count as zero. */
class FlatBuffer {
  private readonly view: DataView;

  constructor(file: ArrayBuffer) {
    this.view = new DataView(file);
  }

  root(): number {
    return this.follow(0);
  }

  int8(table: number, field: number): number {
    const at = this.field(table, field);
    return at ? this.view.getInt8(at) : 0;
  }

  int32(table: number, field: number): number {
    const at = this.field(table, field);
    return at ? this.view.getInt32(at, true) : 0;
  }

  table(table: number, field: number): number {
    const at = this.field(table, field);
    return at ? this.follow(at) : 0;
  }

  tables(table: number, field: number): number[] {
    return this.elements(table, field).map((at) => this.follow(at));
  }

  int32s(table: number, field: number): number[] {
    return this.elements(table, field).map((at) => this.view.getInt32(at, true));
  }

  bytes(table: number, field: number): DataView {
    const vector = table ? this.table(table, field) : 0;
    return vector
      ? new DataView(this.view.buffer, vector + 4, this.view.getInt32(vector, true))
      : new DataView(this.view.buffer, 0, 0);
  }

  private elements(table: number, field: number): number[] {
    const vector = this.table(table, field);
    const length = vector ? this.view.getInt32(vector, true) : 0;
    return Array.from({ length }, (_, index) => vector + 4 + 4 * index);
  }

  private field(table: number, field: number): number {
    const directory = table - this.view.getInt32(table, true);
    const entry = 4 + 2 * field;
    const offset =
      entry < this.view.getUint16(directory, true)
        ? this.view.getUint16(directory + entry, true)
        : 0;
    return offset ? table + offset : 0;
  }

  private follow(at: number): number {
    return at + this.view.getUint32(at, true);
  }
}
