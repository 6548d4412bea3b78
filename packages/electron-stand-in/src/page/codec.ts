/** What crosses between processes: text that keeps what a structured clone keeps. */
export interface Codec {
  /** @throws Error if the value holds what cannot be cloned, such as a function */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes a codec, in Node and in a page alike. Its source is sent into pages, so it uses nothing from outside.
 *
 * A value that JSON lacks is `{"$": kind, "v": what it is made from}`.
 */
export function makeCodec(): Codec {
  /** Chromium's own since version 140. */
  type Native<T> = T & {
    readonly toBase64?: () => string;
    readonly fromBase64?: (text: string) => Uint8Array;
  };
  const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string => {
    const bytes: Native<Uint8Array> = new Uint8Array(buffer, byteOffset, byteLength);
    return (
      bytes.toBase64?.() ?? Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64')
    );
  };
  const toBytes = (base64: string): Uint8Array<ArrayBuffer> => {
    const { fromBase64 } = Uint8Array as Native<typeof Uint8Array>;
    return new Uint8Array(fromBase64?.(base64) ?? Buffer.from(base64, 'base64'));
  };
  /** The same for objects of any world. */
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  const pack = (value: unknown, above: readonly object[]): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('An object could not be cloned.');
    }
    return typeof value === 'object' && value !== null ? packObject(value, above) : value;
  };

  const packObject = (value: object, above: readonly object[]): unknown => {
    if (above.includes(value)) throw new Error('The Electron stand-in carries no value that holds itself.');
    const inner = (part: unknown): unknown => pack(part, [...above, value]);
    if (Array.isArray(value)) return value.map(inner);
    const kind = kindOf(value);
    if (ArrayBuffer.isView(value)) return { $: 'view', v: [kind, bytesOf(value)] };
    switch (kind) {
      case 'ArrayBuffer':
        return { $: kind, v: bytesOf(new Uint8Array(value as ArrayBuffer)) };
      case 'Date':
        return { $: kind, v: inner((value as Date).getTime()) };
      case 'Map':
        return { $: kind, v: [...(value as Map<unknown, unknown>)].map(inner) };
      case 'Set':
        return { $: kind, v: [...(value as Set<unknown>)].map(inner) };
      case 'RegExp':
        return { $: kind, v: [(value as RegExp).source, (value as RegExp).flags] };
      case 'Error':
        return { $: kind, v: [(value as Error).name, (value as Error).message] };
      case 'Object': {
        const fields = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]));
        return '$' in fields ? { $: 'Object', v: fields } : fields;
      }
      default:
        throw new Error('An object could not be cloned.');
    }
  };

  const unpackFields = (fields: object): object =>
    Object.fromEntries(Object.entries(fields).map(([key, part]) => [key, unpack(part)]));

  const unpack = (packed: unknown): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed;
    if (Array.isArray(packed)) return packed.map(unpack);
    if (!('$' in packed) || !('v' in packed)) return '$' in packed ? undefined : unpackFields(packed);
    const { $: kind, v } = packed;
    const parts = v as readonly string[];
    switch (kind) {
      case 'bigint':
        return BigInt(v as string);
      case 'number':
        return Number(v);
      case 'view':
        return viewOf(parts[0] ?? '', toBytes(parts[1] ?? ''));
      case 'ArrayBuffer':
        return toBytes(v as string).buffer;
      case 'Date':
        return new Date(unpack(v) as number);
      case 'Map':
        return new Map(unpack(v) as [unknown, unknown][]);
      case 'Set':
        return new Set(unpack(v) as unknown[]);
      case 'RegExp':
        return new RegExp(parts[0] ?? '', parts[1]);
      case 'Error':
        return Object.assign(new Error(parts[1]), { name: parts[0] ?? 'Error' });
      default:
        return unpackFields(v as object);
    }
  };

  const viewOf = (kind: string, bytes: Uint8Array<ArrayBuffer>): unknown => {
    const type: unknown = Reflect.get(globalThis, kind);
    const View = type as new (buffer: ArrayBuffer) => unknown;
    return new View(bytes.buffer);
  };

  return { encode: (value) => JSON.stringify(pack(value, [])), decode: (text) => unpack(JSON.parse(text)) };
}
