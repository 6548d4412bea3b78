import { describe, expect, it } from 'vitest';
import { comesFromElsewhere } from './same-origin.ts';

const request = (method: string, headers: Record<string, string>) => ({
  method,
  headers: new Headers({ host: 'wells.example:3000', ...headers }),
});

describe('requests that change something', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['our own page in an older browser', { origin: 'http://wells.example:3000' }],
  ])('may come from %s', (_, headers) => {
    expect(comesFromElsewhere(request('POST', headers))).toBe(false);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://wells.example:3000' }],
    ['another port of the same host', { 'sec-fetch-site': 'same-site' }],
    ['another site in an older browser', { origin: 'http://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nowhere that is told', {}],
  ])('may not come from %s', (_, headers) => {
    expect(comesFromElsewhere(request('DELETE', headers))).toBe(true);
  });

  it('reads are open', () => {
    expect(comesFromElsewhere(request('GET', { 'sec-fetch-site': 'cross-site' }))).toBe(false);
  });
});
