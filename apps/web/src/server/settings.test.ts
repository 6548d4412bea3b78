import { Proxies } from '@wellpulse/http-server';
import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

describe('the web server’s settings', () => {
  it('have defaults', () => {
    expect(parseSettings({ WELLPULSE_API_URL: '' })).toEqual({
      apiUrl: 'http://127.0.0.1:3001',
      publicUrl: 'http://127.0.0.1:3000',
      proxies: Proxies.none,
      mapTileUrl: null,
      blobOrigin: null,
      blobUpstream: null,
      fieldFolder: null,
    });
  });

  it('take an address with or without a slash at its end', () => {
    expect(parseSettings({ WELLPULSE_API_URL: 'http://api:3001/' }).apiUrl).toBe('http://api:3001');
  });

  it('take the origin of the blob storage, whatever path is given with it', () => {
    const given = { WELLPULSE_BLOB_ORIGIN: 'http://127.0.0.1:10010/wellpulse' };
    expect(parseSettings(given).blobOrigin).toBe('http://127.0.0.1:10010');
  });

  it.each([
    [{}, '203.0.113.9', false],
    [{ WELLPULSE_PUBLIC_URL: 'https://field.example' }, '127.0.0.1', true],
    [{ WELLPULSE_PUBLIC_URL: 'https://field.example', WELLPULSE_TRUST_PROXY: '0' }, '127.0.0.1', false],
    [{ WELLPULSE_PUBLIC_URL: 'http://10.0.0.5:3000' }, '127.0.0.1', false],
    [{ WELLPULSE_TRUST_PROXY: '203.0.113.0/24' }, '203.0.113.9', true],
  ])('%j say whether %s is a proxy of ours: %s', (given, address, is) => {
    expect(parseSettings(given).proxies.has(address)).toBe(is);
  });

  it('name each variable that is wrong', () => {
    const wrong = {
      WELLPULSE_API_URL: 'api',
      WELLPULSE_PUBLIC_URL: 'https://field.example/wellpulse',
      WELLPULSE_TRUST_PROXY: 'yes',
      WELLPULSE_MAP_TILE_URL: 'https://tiles',
      WELLPULSE_BLOB_ORIGIN: 'blobs',
      WELLPULSE_BLOB_UPSTREAM: 'blobs',
    };
    for (const name of Object.keys(wrong)) expect(() => parseSettings(wrong)).toThrow(name);
  });
});
