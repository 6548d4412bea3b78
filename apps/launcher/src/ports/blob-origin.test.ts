import { expect, test } from 'vitest';
import { blobOrigin } from './blob-origin.ts';

test.each([
  [
    'DefaultEndpointsProtocol=http;AccountName=wellpulse;AccountKey=a2V5PT0=;BlobEndpoint=http://127.0.0.1:10010/wellpulse;',
    'http://127.0.0.1:10010',
  ],
  [
    'DefaultEndpointsProtocol=https;AccountName=field;AccountKey=a2V5PT0=;EndpointSuffix=core.usgovcloudapi.net',
    'https://field.blob.core.usgovcloudapi.net',
  ],
  ['AccountName=field;AccountKey=a2V5PT0=', 'https://field.blob.core.windows.net'],
  ['UseDevelopmentStorage=true', 'http://127.0.0.1:10000'],
])('blobs of %s are loaded from %s', (connectionString, origin) => {
  expect(blobOrigin(connectionString)).toBe(origin);
});
