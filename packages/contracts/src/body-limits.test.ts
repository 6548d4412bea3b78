import { expect, test } from 'vitest';
import { bodyLimitAt, bodyLimitOf } from './body-limits.ts';
import { endpointAt } from './endpoint-at.ts';
import { allEndpoints, endpoints } from './endpoints.ts';

const KIB = 1024;
const sampleOf = (path: string) => path.replaceAll(/:\w+/g, '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d');

test.each(allEndpoints.map((definition) => ({ ...definition })))(
  '$method $path is found by its address',
  (definition) => {
    expect(endpointAt(definition.method, sampleOf(definition.path))).toEqual(definition);
  },
);

test('only uploads and batches may have more than a mebibyte, or longer than half a minute', () => {
  const large = allEndpoints.filter((definition) => {
    const { bytes, milliseconds } = bodyLimitOf(definition);
    return bytes > 1024 * KIB || milliseconds > 30_000;
  });
  expect(new Set(large.map(({ path }) => path))).toEqual(
    new Set([
      endpoints.sync.batch.path,
      endpoints.imports.production.path,
      endpoints.photos.upload.path,
      endpoints.wellPhotos.upload.path,
    ]),
  );
});

test('nothing that anybody may call, and no address without a route, takes more than 16 KiB', () => {
  for (const definition of allEndpoints.filter(({ access }) => access === 'PUBLIC')) {
    expect(bodyLimitOf(definition).bytes).toBe(16 * KIB);
  }
  expect(bodyLimitAt('POST', '/nowhere').bytes).toBe(16 * KIB);
  expect(bodyLimitAt('PATCH', '/wells').bytes).toBe(16 * KIB);
});
