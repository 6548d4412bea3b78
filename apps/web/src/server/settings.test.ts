import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

describe('the web server’s settings', () => {
  it('have defaults', () => {
    expect(parseSettings({ WELLPULSE_API_URL: '' })).toEqual({
      apiUrl: 'http://127.0.0.1:3001',
      trustProxy: false,
      mapTileUrl: null,
      blobOrigin: null,
    });
  });

  it('take an address with or without a slash at its end', () => {
    expect(parseSettings({ WELLPULSE_API_URL: 'http://api:3001/' }).apiUrl).toBe('http://api:3001');
  });

  it('take the origin of the blob storage, whatever path is given with it', () => {
    const given = { WELLPULSE_BLOB_ORIGIN: 'http://127.0.0.1:10010/wellpulse' };
    expect(parseSettings(given).blobOrigin).toBe('http://127.0.0.1:10010');
  });

  it('name each variable that is wrong', () => {
    const wrong = {
      WELLPULSE_API_URL: 'api',
      WELLPULSE_TRUST_PROXY: 'yes',
      WELLPULSE_MAP_TILE_URL: 'https://tiles',
      WELLPULSE_BLOB_ORIGIN: 'blobs',
    };
    for (const name of Object.keys(wrong)) expect(() => parseSettings(wrong)).toThrow(name);
  });
});
