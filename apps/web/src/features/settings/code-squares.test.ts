import { signInCode } from '@wellpulse/contracts';
import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { codeSquares } from './code-squares.ts';

/** So many pixels of a camera see one square. */
const ZOOM = 4;

/** What a camera would see: black squares on white. */
function picture({ side, path }: ReturnType<typeof codeSquares>) {
  const width = side * ZOOM;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let pixel = 0; pixel < ZOOM * ZOOM; pixel += 1) {
      const column = Number(x) * ZOOM + (pixel % ZOOM);
      const row = Number(y) * ZOOM + Math.floor(pixel / ZOOM);
      data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

test.each([
  signInCode('http://10.0.0.5:3000', 'acme'),
  signInCode('https://field-data.west-texas.example:8443', 'a-tenant-with-a-rather-long-short-name'),
])('a camera reads %s', (text) => {
  expect(decodeQr(picture(codeSquares(text)))).toBe(text);
});
