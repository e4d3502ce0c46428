import { writeFile } from 'node:fs/promises';
import onnxProto from 'onnx-proto';

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

type Kind = 'float32' | 'int64' | 'int32' | 'uint8';
const kinds: Readonly<Record<Kind, number>> = {
  float32: DataType.FLOAT,
  int64: DataType.INT64,
  int32: DataType.INT32,
  uint8: DataType.UINT8,
};
/** A string is a length that may be anything. */
type Shape = readonly (number | string)[];
type Attribute = number | string | readonly number[];

/**
 * A small graph whose mathematics is known, written as the published models are: for what comes without weights.
 * Methods give the name of what they have made.
 */
export class MadeGraph {
  readonly #nodes: object[] = [];
  readonly #constants: object[] = [];
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];

  input(name: string, kind: Kind, shape: Shape): string {
    this.#inputs.push(port(name, kind, shape));
    return name;
  }

  output(from: string, name: string, kind: Kind, shape: Shape): void {
    this.#nodes.push({ opType: 'Identity', input: [from], output: [name] });
    this.#outputs.push(port(name, kind, shape));
  }

  floats(values: readonly number[], dims: readonly number[] = []): string {
    const name = `constant${this.#constants.length}`;
    this.#constants.push({ name, dims: [...dims], dataType: DataType.FLOAT, floatData: [...values] });
    return name;
  }

  longs(values: readonly number[]): string {
    const name = `constant${this.#constants.length}`;
    this.#constants.push({ name, dims: [values.length], dataType: DataType.INT64, int64Data: [...values] });
    return name;
  }

  node(
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    const name = `node${this.#nodes.length}`;
    const attribute = Object.entries(attributes).map(([key, value]) => toAttribute(key, value));
    this.#nodes.push({ opType, input: [...input], output: [name], attribute });
    return name;
  }

  cast(input: string, to: Kind): string {
    return this.node('Cast', [input], { to: kinds[to] });
  }

  /** Channels `from` ≤ c < `to` of an NCHW tensor. */
  channels(input: string, from: number, to: number): string {
    return this.node('Slice', [input, this.longs([from]), this.longs([to]), this.longs([1])]);
  }

  async write(path: string): Promise<void> {
    const model = onnx.ModelProto.encode({
      irVersion: 8,
      opsetImport: [{ domain: '', version: 17 }],
      graph: {
        name: 'made',
        node: this.#nodes,
        initializer: this.#constants,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    await writeFile(path, model.finish());
  }
}

function port(name: string, kind: Kind, shape: Shape): object {
  const dim = shape.map((length) =>
    typeof length === 'number' ? { dimValue: length } : { dimParam: length },
  );
  return { name, type: { tensorType: { elemType: kinds[kind], shape: { dim } } } };
}

function toAttribute(name: string, value: Attribute): object {
  if (typeof value === 'string') return { name, type: AttributeType.STRING, s: Buffer.from(value) };
  if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: [...value] };
  return Number.isInteger(value)
    ? { name, type: AttributeType.INT, i: value }
    : { name, type: AttributeType.FLOAT, f: value };
}
