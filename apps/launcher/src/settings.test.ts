import { expect, test } from 'vitest';
import { parseSettings, portsOf } from './settings.ts';

test('everything has a default', () => {
  expect(parseSettings({}, '/project')).toEqual({
    dataDir: '/project/.wellpulse',
    webPort: 3000,
    apiPort: 3001,
    pgPort: 5433,
    blobPort: 10010,
    demo: true,
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
    databaseUrl: 'postgresql://wellpulse:secret@db:5432/catalog?sslmode=require',
    redisUrl: 'redis://cache:6379',
  });
});

test('with servers of its own, the stack listens on no ports for embedded ones', () => {
  const own = { DATABASE_URL: 'postgres://u:p@db/catalog', AZURE_STORAGE_CONNECTION_STRING: 'AccountName=x' };
  expect(portsOf(parseSettings(own, '/')).map(({ setting }) => setting)).toEqual([
    'WELLPULSE_WEB_PORT',
    'WELLPULSE_API_PORT',
  ]);
});

test.each([
  ['WELLPULSE_API_PORT', 'abc', 'WELLPULSE_API_PORT is "abc"; it must be a port number from 1 to 65535.'],
  ['WELLPULSE_PG_PORT', '0', 'WELLPULSE_PG_PORT is "0"; it must be a port number from 1 to 65535.'],
  ['WELLPULSE_WEB_PORT', '70000', 'WELLPULSE_WEB_PORT is "70000"; it must be a port number from 1 to 65535.'],
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
])('%j alone says whether it is a demo: %s', (env, isDemo) => {
  expect(parseSettings(env, '/').demo).toBe(isDemo);
});

test.each([{ DATABASE_URL: 'postgres://u:p@db/catalog' }, { WELLPULSE_TRUST_PROXY: '1' }])(
  'a demo is refused where %j: everybody knows its passwords',
  (env) => {
    expect(() => parseSettings({ ...env, WELLPULSE_DEMO: '1' }, '/')).toThrow(
      /WELLPULSE_DEMO is "1"; it must be 0 where/,
    );
  },
);
