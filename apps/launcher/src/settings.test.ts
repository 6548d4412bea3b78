import { expect, test } from 'vitest';
import { parseSettings, portsOf } from './settings.ts';

test('everything has a default', () => {
  expect(parseSettings({}, '/project')).toEqual({
    dataDir: '/project/.wellpulse',
    webPort: 3000,
    apiPort: 3001,
    internalPort: 3002,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    pgPort: 5433,
    blobPort: 10010,
    demo: true,
    fieldApp: true,
    databaseUrl: undefined,
    ownerDatabaseUrl: undefined,
    blobConnectionString: undefined,
    redisUrl: undefined,
  });
});

test('an empty variable counts as not set', () => {
  expect(parseSettings({ WELLPULSE_API_PORT: '', DATABASE_URL: '' }, '/project')).toEqual(
    parseSettings({}, '/project'),
  );
});

test('what is given is taken', () => {
  const settings = parseSettings(
    {
      WELLPULSE_DATA_DIR: '/data/wellpulse',
      WELLPULSE_WEB_PORT: '8080',
      WELLPULSE_DEMO: '0',
      WELLPULSE_FIELD_APP: '0',
      DATABASE_URL: 'postgresql://wellpulse:secret@db:5432/catalog?sslmode=require',
      AZURE_STORAGE_CONNECTION_STRING: 'DefaultEndpointsProtocol=https;AccountName=field;AccountKey=abc=',
      REDIS_URL: 'redis://cache:6379',
    },
    '/project',
  );
  expect(settings).toMatchObject({
    dataDir: '/data/wellpulse',
    webPort: 8080,
    demo: false,
    fieldApp: false,
    databaseUrl: 'postgresql://wellpulse:secret@db:5432/catalog?sslmode=require',
    redisUrl: 'redis://cache:6379',
  });
});

test('with servers of its own, the stack listens on no ports for embedded ones', () => {
  const own = { DATABASE_URL: 'postgres://u:p@db/catalog', AZURE_STORAGE_CONNECTION_STRING: 'AccountName=x' };
  expect(portsOf(parseSettings(own, '/')).map(({ setting }) => setting)).toEqual([
    'WELLPULSE_WEB_PORT',
    'WELLPULSE_API_PORT',
    'WELLPULSE_INTERNAL_PORT',
  ]);
});

test.each([
  ['WELLPULSE_API_PORT', 'abc', 'WELLPULSE_API_PORT is "abc"; it must be a port number from 1 to 65535.'],
  ['WELLPULSE_PG_PORT', '0', 'WELLPULSE_PG_PORT is "0"; it must be a port number from 1 to 65535.'],
  ['WELLPULSE_WEB_PORT', '70000', 'WELLPULSE_WEB_PORT is "70000"; it must be a port number from 1 to 65535.'],
  [
    'WELLPULSE_PUBLIC_URL',
    'https://field.example/wellpulse',
    'WELLPULSE_PUBLIC_URL is "https://field.example/wellpulse"; it must be an origin such as https://wellpulse.example, without a path.',
  ],
  [
    'WELLPULSE_HOST',
    'localhost',
    'WELLPULSE_HOST is "localhost"; it must be an address of this machine such as 192.168.1.7, or 0.0.0.0 for all of them.',
  ],
  ['WELLPULSE_DEMO', 'yes', 'WELLPULSE_DEMO is "yes"; it must be 1 (with demo tenants) or 0 (without).'],
  [
    'WELLPULSE_API_PORT',
    '3000',
    'WELLPULSE_API_PORT and WELLPULSE_WEB_PORT are both 3000; they must differ.',
  ],
])('%s=%s is refused with what is allowed', (name, value, message) => {
  expect(() => parseSettings({ [name]: value }, '/')).toThrow(message);
});

test.each(['DATABASE_URL', 'WELLPULSE_OWNER_DATABASE_URL', 'AZURE_STORAGE_CONNECTION_STRING', 'REDIS_URL'])(
  'a wrong %s is refused without repeating it',
  (name) => {
    expect(() => parseSettings({ [name]: 'user:hunter2@host' }, '/')).toThrow(
      new RegExp(`^${name} is not valid; it must be the (?!.*hunter2)`),
    );
  },
);

test('all mistakes are told at once', () => {
  expect(() => parseSettings({ WELLPULSE_API_PORT: 'x', WELLPULSE_DEMO: 'y' }, '/')).toThrow(
    /WELLPULSE_API_PORT.*\n.*WELLPULSE_DEMO/,
  );
});

test.each([
  [{}, true],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', WELLPULSE_DEMO: '1' }, true],
  [{ DATABASE_URL: 'postgres://u:p@db/catalog' }, false],
  [{ WELLPULSE_TRUST_PROXY: '1' }, false],
  [{ WELLPULSE_TRUST_PROXY: '0' }, true],
  [{ WELLPULSE_HOST: '0.0.0.0' }, false],
  [{ WELLPULSE_HOST: '127.0.0.1', WELLPULSE_PUBLIC_URL: 'http://localhost:3000' }, true],
])('%j alone says whether it is a demo: %s', (env, isDemo) => {
  expect(parseSettings(env, '/').demo).toBe(isDemo);
});

test.each([
  [{ WELLPULSE_WEB_PORT: '8080' }, 'http://127.0.0.1:8080'],
  [{ WELLPULSE_HOST: '192.168.1.7' }, 'http://192.168.1.7:3000'],
  [{ WELLPULSE_HOST: 'fd00::7' }, 'http://[fd00::7]:3000'],
  [{ WELLPULSE_PUBLIC_URL: 'https://field.example' }, 'https://field.example'],
])('with %j others find it at %s', (env, publicUrl) => {
  expect(parseSettings(env, '/').publicUrl).toBe(publicUrl);
});

test('on all addresses it is found under one of them, by its own web port', () => {
  const { publicUrl } = parseSettings({ WELLPULSE_HOST: '0.0.0.0', WELLPULSE_WEB_PORT: '8080' }, '/');
  expect(publicUrl).toMatch(/^http:\/\/(?!0\.0\.0\.0)\d+\.\d+\.\d+\.\d+:8080$/);
});

test.each([
  { DATABASE_URL: 'postgres://u:p@db/catalog' },
  { WELLPULSE_TRUST_PROXY: '1' },
  { WELLPULSE_TRUST_PROXY: '10.0.0.5' },
  { WELLPULSE_HOST: '192.168.1.7' },
  { WELLPULSE_PUBLIC_URL: 'https://field.example' },
])('a demo is refused where %j: everybody knows its passwords', (env) => {
  expect(() => parseSettings({ ...env, WELLPULSE_DEMO: '1' }, '/')).toThrow(
    /WELLPULSE_DEMO is "1"; it must be 0 where/,
  );
});
