import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const GIVEN = { DATABASE_URL: 'postgres://u:p@localhost/catalog', WELLPULSE_JWT_SECRET: 'x'.repeat(32) };

const complaintsAbout = (environment: Record<string, string>): string => {
  try {
    readSettings({ ...GIVEN, ...environment });
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return String(error);
  }
};

test('all but the database and the secret have defaults', () => {
  expect(readSettings(GIVEN)).toMatchObject({
    port: 3001,
    host: '127.0.0.1',
    databaseUrl: GIVEN.DATABASE_URL,
    servers: {},
    blobConnectionString: undefined,
    internalPort: 3002,
    internalHost: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    blobUpstream: undefined,
    redisUrl: undefined,
    migrateOnStart: false,
    logLevel: 'info',
    demo: false,
    signInAttempts: 10,
  });
});

test('the owner of the databases is the user of the API unless another one is named, on each server', () => {
  expect(readSettings(GIVEN).ownerDatabaseUrl).toBe(GIVEN.DATABASE_URL);
  const owner = 'postgres://owner:p@localhost/catalog';
  const { ownerDatabaseUrl, ownerServers } = readSettings({
    ...GIVEN,
    WELLPULSE_OWNER_DATABASE_URL: owner,
    WELLPULSE_PG_SERVERS: 'east=postgres://u:p@east/x,west=postgres://u:p@west/x',
    WELLPULSE_OWNER_PG_SERVERS: 'east=postgres://owner:p@east/x',
  });
  expect(ownerDatabaseUrl).toBe(owner);
  expect(ownerServers).toEqual({ east: 'postgres://owner:p@east/x', west: 'postgres://u:p@west/x' });
});

test('further servers are named in a list', () => {
  const list = 'east=postgres://u:p@east/x, west=postgresql://u:p=q@west:5433/y';
  expect(readSettings({ ...GIVEN, WELLPULSE_PG_SERVERS: list }).servers).toEqual({
    east: 'postgres://u:p@east/x',
    west: 'postgresql://u:p=q@west:5433/y',
  });
  expect(readSettings({ ...GIVEN, WELLPULSE_PG_SERVERS: '' }).servers).toEqual({});
});

test('proxies are named by their addresses', () => {
  const { proxies } = readSettings({ ...GIVEN, WELLPULSE_TRUST_PROXY: '10.0.0.5,10.1.0.0/16' });
  expect(['10.0.0.5', '10.1.2.3', '10.2.0.1'].map((address) => proxies.has(address))).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  'DefaultEndpointsProtocol=https;AccountName=field;AccountKey=abc=;EndpointSuffix=core.windows.net',
  'UseDevelopmentStorage=true',
])('the storage account may be %s', (given) => {
  const settings = readSettings({ ...GIVEN, AZURE_STORAGE_CONNECTION_STRING: given });
  expect(settings.blobConnectionString).toBe(given);
});

test.each([
  ['AZURE_STORAGE_CONNECTION_STRING', 'AccountName=field'],
  ['AZURE_STORAGE_CONNECTION_STRING', 'AccountKey=hunter2='],
  ['WELLPULSE_PUBLIC_URL', 'wells.acme.example'],
  ['WELLPULSE_PUBLIC_URL', 'https://wellpulse.example/field'],
  ['WELLPULSE_BLOB_UPSTREAM', '127.0.0.1:10010'],
  ['WELLPULSE_TRUST_PROXY', 'proxy.example'],
  ['WELLPULSE_INTERNAL_PORT', '0'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_URL', 'catalog'],
  ['WELLPULSE_JWT_SECRET', 'short'],
  ['WELLPULSE_API_PORT', '0'],
  ['WELLPULSE_API_PORT', 'http'],
  ['WELLPULSE_API_PORT', '70000'],
  ['WELLPULSE_PG_SERVERS', 'east'],
  ['WELLPULSE_PG_SERVERS', 'east=mysql://x'],
  ['WELLPULSE_PG_SERVERS', '=postgres://x/y'],
  ['REDIS_URL', 'localhost:6379'],
  ['WELLPULSE_SIGN_IN_ATTEMPTS', '0'],
  ['WELLPULSE_LOG_LEVEL', 'loud'],
])('%s can not be "%s", and the complaint names it without the value', (name, value) => {
  const complaint = complaintsAbout({ [name]: value });
  expect(complaint).toContain(name);
  if (value.length > 4) expect(complaint).not.toContain(value);
});

test('everything that is wrong is named at once', () => {
  const complaint = complaintsAbout({ DATABASE_URL: '', WELLPULSE_JWT_SECRET: '', WELLPULSE_API_PORT: 'x' });
  expect(complaint.match(/^ {2}\w+:/gm)).toEqual([
    '  WELLPULSE_API_PORT:',
    '  DATABASE_URL:',
    '  WELLPULSE_JWT_SECRET:',
  ]);
});
