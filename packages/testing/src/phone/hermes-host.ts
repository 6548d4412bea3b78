/**
 * What React Native gives its engine, for an older Hermes that stands alone: it is the only one that can be installed (ADR 82).
 * Nothing here is more than a phone has.
 */
declare const print: (text: unknown) => void;

class Encoder {
  encode(text: string): Uint8Array {
    const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Uint8Array.from({ length: bytes.length }, (_, index) => bytes.charCodeAt(index));
  }
}

function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  return this[index < 0 ? this.length + index : index];
}

function toReversed<Item>(this: readonly Item[]): Item[] {
  return [...this].reverse();
}

const give = (holder: object, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
};

give(globalThis, 'console', { log: print, warn: print, error: print, info: print, debug: print });
give(globalThis, 'TextEncoder', Encoder);
for (const prototype of [
  Array.prototype,
  String.prototype,
  Object.getPrototypeOf(Uint8Array.prototype) as object,
]) {
  give(prototype, 'at', at);
}
give(Array.prototype, 'toReversed', toReversed);
