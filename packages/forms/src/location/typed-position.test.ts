import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { readPosition, TypedPosition } from './typed-position.ts';

const words = createWords('en');
const place = { latitude: 31.8457, longitude: -102.3676 };

describe('a position', () => {
  it.each([
    '31.8457, -102.3676',
    '31.8457 -102.3676',
    ' 31.8457;−102.3676 ',
    '31.8457° N, 102.3676° W',
    '31.8457n 102.3676w',
    '31.8457 N, 102.3676 O',
    '+31.8457,-102.3676',
  ])('is read as a map writes it: %s', (text) => {
    expect(readPosition(text)).toEqual({ ...place, accuracyFeet: 50 });
  });

  it.each([
    '',
    '31.8457',
    '91, -102',
    '31.8457, -181',
    '31,8457, -102,3676',
    'at the gate',
    '31.8457, -102.3676, 5',
    '31.8, west',
  ])('is not %j', (text) => {
    expect(readPosition(text)).toBeNull();
  });

  it.each([
    ['31.8457123, -102.3676123', 50],
    ['31.846, -102.368', 365],
    ['31.84571, -102.37', 3648],
    ['32, -102', 364_813],
    ['-90, 0', 364_813],
  ])('is as exact as its last decimal, and never sharper than 50 feet: %s', (text, feet) => {
    expect(readPosition(text)?.accuracyFeet).toBe(feet);
  });
});

describe('typing one', () => {
  const arrange = () => {
    const drafts = {
      storage: memoryDraftStorage(),
      owner: { tenantId: 'acme', userId: 'pat' },
      onNoRoom: () => undefined,
    };
    return (wellId = 'well') => new TypedPosition(drafts, wellId, () => Date.UTC(2025, 9, 20));
  };

  it('gives a fix of that moment, which outlives a restart until its entry is saved', () => {
    const open = arrange();
    const typed = open();
    expect([typed.text, typed.fix, typed.error(words)]).toEqual([null, null, undefined]);
    typed.type('31.8457, -102.3676');
    expect(open().fix).toEqual({ ...place, accuracyFeet: 50, capturedAt: '2025-10-20T00:00:00.000Z' });
    expect(open('another').text).toBeNull();
    typed.saved();
    expect([typed.text, open().text]).toEqual([null, null]);
  });

  it('says what is wrong, and nothing of an empty box', () => {
    const typed = arrange()();
    typed.type('');
    expect([typed.fix, typed.error(words)]).toEqual([null, undefined]);
    typed.type('31.8');
    expect(typed.error(words)).toBe('Type latitude and longitude, such as 31.8457, -102.3676');
    expect(typed.fix).toBeNull();
  });
});
