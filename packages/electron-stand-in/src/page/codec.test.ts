import { expect, test } from 'vitest';
import { makeCodec } from './codec.ts';

const { encode, decode } = makeCodec();

test.each([
  ['nothing', [undefined, null, { gap: undefined }]],
  ['numbers', [NaN, -0, Infinity, 2n ** 70n]],
  ['dates and expressions', [new Date(5), new Date(NaN), /a+/gi]],
  ['collections', [new Map([[{ a: 1 }, new Set(['b'])]])]],
  ['bytes', [new Uint8Array([0, 255]), new Float64Array([1.5]), new ArrayBuffer(3)]],
  ['objects that look like what is written', [{ $: 'Date', v: 1 }, { $: undefined }]],
])('%s come back as they went', (_name, value) => {
  expect(decode(encode(value))).toStrictEqual(value);
});

test('bytes that are a part of others go alone, and a Buffer arrives as bytes', () => {
  const part = new Uint8Array([1, 2, 3]).subarray(1, 2);
  expect(decode(encode(part))).toStrictEqual(new Uint8Array([2]));
  expect(decode(encode(Buffer.from('a')))).toStrictEqual(new Uint8Array([97]));
});

test('of an error the name and the message arrive, of an instance its fields', () => {
  expect(decode(encode(new RangeError('far')))).toMatchObject({ name: 'RangeError', message: 'far' });
  class Well {
    name = 'Bluebonnet 1';
    plug = undefined;
  }
  expect(decode(encode(new Well()))).toStrictEqual({ name: 'Bluebonnet 1', plug: undefined });
});

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
])('%s is refused', (_name, value) => {
  expect(() => encode({ value })).toThrow('could not be cloned');
});

test('a value that holds itself is refused by name, and one that is held twice is not', () => {
  const ring: unknown[] = [];
  ring.push(ring);
  expect(() => encode(ring)).toThrow('holds itself');
  const twice = { a: 1 };
  expect(decode(encode([twice, twice]))).toStrictEqual([twice, twice]);
});
