// What the browser must be able to do before the module is worth fetching.

/**
 * A module of one function that splats a byte over a vector:
 * (func (result v128) i32.const 0 i8x16.splat)
 */
const SIMD_MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic, version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // types: () -> v128
  ...[0x03, 0x02, 0x01, 0x00], // functions: one, of type 0
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b], // code
]);

/** @returns {boolean} whether WebAssembly with 128-bit vectors runs here */
export function hasSimd() {
  return typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_MODULE);
}
