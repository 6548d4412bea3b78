import { expect, test } from 'vitest';
import { apiEnvironment, catalogUrls } from './connections.ts';

const OWNER = 'postgres://postgres:a-long-password@127.0.0.1:5433/postgres';

test("the API's user of the embedded server is not its superuser, and has a password of its own that stays the same", () => {
  const { databaseUrl, ownerDatabaseUrl } = catalogUrls(OWNER);
  expect(ownerDatabaseUrl).toBe('postgres://postgres:a-long-password@127.0.0.1:5433/wellpulse_catalog');
  expect(databaseUrl).toMatch(/^postgres:\/\/wellpulse_api:[\w-]{32}@127\.0\.0\.1:5433\/wellpulse_catalog$/);
  expect(databaseUrl).not.toContain('a-long-password');
  expect(catalogUrls(OWNER)).toEqual({ databaseUrl, ownerDatabaseUrl });
});

test("the API's programs are not given the key that signs anchors, wherever it is set", () => {
  const before = process.env['WELLPULSE_AUDIT_KEY'];
  process.env['WELLPULSE_AUDIT_KEY'] = 'a key';
  try {
    const environment = apiEnvironment({
      ...catalogUrls(OWNER),
      jwtSecret: 'x',
      apiPort: 1,
      internalPort: 2,
      webPort: 3,
      host: '127.0.0.1',
      publicUrl: 'https://field.example',
    });
    expect(environment['WELLPULSE_AUDIT_KEY']).toBeUndefined();
  } finally {
    if (before === undefined) delete process.env['WELLPULSE_AUDIT_KEY'];
    else process.env['WELLPULSE_AUDIT_KEY'] = before;
  }
});
