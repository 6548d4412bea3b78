import { expect, test } from 'vitest';
import { photoAddress } from './photo-address.ts';

test.each([
  ['https://field.example/blob/account/photos/a%20b?sig=x%2By', '/blob/account/photos/a%20b?sig=x%2By'],
  [
    'https://field.blob.core.windows.net/wellpulse-photos/blob/x?sig=y',
    'https://field.blob.core.windows.net/wellpulse-photos/blob/x?sig=y',
  ],
])('a page finds the photo at %s under %s', (given, here) => {
  expect(photoAddress(given)).toBe(here);
});
