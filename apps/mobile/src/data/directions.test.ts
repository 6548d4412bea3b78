import { expect, test } from 'vitest';
import { directionsTo } from './directions.ts';

const well = { latitude: 31.8457, longitude: -102.3676 };

test.each([
  ['ANDROID', 'geo:31.8457,-102.3676?q=31.8457,-102.3676(Acme%20%231)'],
  ['IOS', 'https://maps.apple.com/?daddr=31.8457,-102.3676'],
  ['WEB', 'https://www.google.com/maps/dir/?api=1&destination=31.8457%2C-102.3676'],
] as const)('the way to a well on %s', (platform, address) => {
  expect(directionsTo(platform, well, 'Acme #1')).toBe(address);
});
