// Writes a graph of operators as an ONNX model: protocol buffers, as far as such a graph needs them.
// Field numbers are those of onnx.proto.

/** @typedef {{name: string, shape: number[], integer?: boolean}} Value a tensor: floats or int64 */

/**
 * @typedef {object} Node
 * @property {string} type of the operator
 * @property {string[]} inputs
 * @property {string[]} outputs '' where one is not asked for
 * @property {Record<string, number | number[] | string>} [attributes] numbers are whole, unless named in `real`
 * @property {string[]} [real]
 * @property {string} [domain]
 */

/**
 * @typedef {object} Graph
 * @property {Node[]} nodes
 * @property {Value[]} inputs
 * @property {Value[]} outputs
 * @property {Value[]} values within the graph, whose shape no operator tells
 * @property {{name: string, values: number[]}[]} constants vectors of int64
 */

const text = new TextEncoder();

/** @param {number} value not negative @returns {number[]} */
function varint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

/** A whole number, 64 bits of two's complement. @param {number} field @param {number} value */
function integer(field, value) {
  if (value >= 0) return [...varint(field * 8), ...varint(value)];
  const bytes = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    const low = Number(rest & 127n);
    if (rest < 128n) return [...varint(field * 8), ...bytes, low];
    bytes.push(low + 128);
  }
}

/** @param {number} field @param {ArrayLike<number>} bytes */
function block(field, bytes) {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...Array.from(bytes)];
}

/** @param {number} field @param {string} value */
const string = (field, value) => block(field, text.encode(value));

/** @param {number} field @param {number} value */
function float(field, value) {
  return [...varint(field * 8 + 5), ...new Uint8Array(new Float32Array([value]).buffer)];
}

const attributeType = { float: 1, integer: 2, string: 3, integers: 7 };

/** @param {string} name @param {number | number[] | string} value @param {boolean} real */
function attribute(name, value, real) {
  const own = string(1, name);
  if (typeof value === 'string') {
    return [...own, ...string(4, value), ...integer(20, attributeType.string)];
  }
  if (Array.isArray(value)) {
    return [...own, ...value.flatMap((v) => integer(8, v)), ...integer(20, attributeType.integers)];
  }
  if (real) return [...own, ...float(2, value), ...integer(20, attributeType.float)];
  return [...own, ...integer(3, value), ...integer(20, attributeType.integer)];
}

/** @param {Node} node */
function nodeProto({ type, inputs, outputs, attributes = {}, real = [], domain = '' }) {
  return [
    ...inputs.flatMap((name) => string(1, name)),
    ...outputs.flatMap((name) => string(2, name)),
    ...string(4, type),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      block(5, attribute(name, value, real.includes(name))),
    ),
    ...string(7, domain),
  ];
}

const elementType = { float: 1, int64: 7 };

/** @param {Value} value */
function valueInfo({ name, shape, integer: whole }) {
  const dimensions = shape.flatMap((size) => block(1, integer(1, size)));
  const type = [
    ...integer(1, whole ? elementType.int64 : elementType.float),
    ...block(2, dimensions),
  ];
  return [...string(1, name), ...block(2, block(1, type))];
}

/** @param {{name: string, values: number[]}} constant */
function tensor({ name, values }) {
  return [
    ...integer(1, values.length),
    ...integer(2, elementType.int64),
    ...values.flatMap((value) => integer(7, value)),
    ...string(8, name),
  ];
}

/**
 * @param {Graph} graph
 * @param {number} opset of the standard operators
 * @param {string} domain of the others, in version 1
 */
export function modelBytes({ nodes, inputs, outputs, values, constants }, opset, domain) {
  const graph = [
    ...nodes.flatMap((node) => block(1, nodeProto(node))),
    ...string(2, 'training step'),
    ...constants.flatMap((constant) => block(5, tensor(constant))),
    ...inputs.flatMap((value) => block(11, valueInfo(value))),
    ...outputs.flatMap((value) => block(12, valueInfo(value))),
    ...values.flatMap((value) => block(13, valueInfo(value))),
  ];
  return Uint8Array.from([
    ...integer(1, 8),
    ...block(7, graph),
    ...block(8, [...string(1, ''), ...integer(2, opset)]),
    ...block(8, [...string(1, domain), ...integer(2, 1)]),
  ]);
}
