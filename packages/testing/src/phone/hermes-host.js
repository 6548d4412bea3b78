/**
 * What React Native gives its engine, for an older Hermes that stands alone: it is the only one that can be installed (ADR 82).
 * Nothing here is more than a phone has.
 */
globalThis.console = { log: print, warn: print, error: print, info: print, debug: print };
globalThis.TextEncoder = function TextEncoder() {};
globalThis.TextEncoder.prototype.encode = function encode(text) {
  const bytes = unescape(encodeURIComponent(text));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
};
const at = function at(index) {
  return this[index < 0 ? this.length + index : index];
};
for (const holder of [Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype)])
  holder.at = at;
Array.prototype.toReversed = function toReversed() {
  return this.slice().reverse();
};
