import { expect, test } from 'vitest';
import { photosNamedIn } from './photo-owner.ts';
import { answerToAnnouncement, confirmationStep } from './photo-steps.ts';

test('an announced photo is stored if its bytes are there, else it waits for them, or is missed', () => {
  expect(answerToAnnouncement({ isThere: true, isHeld: false })).toBe('STORED');
  expect(answerToAnnouncement({ isThere: false, isHeld: true })).toBe('WAITING');
  expect(answerToAnnouncement({ isThere: false, isHeld: false })).toBe('MISSING');
});

test('a photo is stored by the bytes that were announced, and by no others', () => {
  for (const state of ['WAITING', 'MISSING'] as const) {
    expect(confirmationStep(state, 'ANNOUNCED')).toBe('STORE');
    expect(confirmationStep(state, 'OTHER')).toBe('PHOTO_MISMATCH');
    expect(confirmationStep(state, 'NOTHING')).toBe('PHOTO_NOT_UPLOADED');
  }
});

test('a second confirmation answers the photo, whatever was put since', () => {
  for (const put of ['NOTHING', 'ANNOUNCED', 'OTHER'] as const) {
    expect(confirmationStep('STORED', put)).toBe('ANSWER');
  }
});

test('the photos of an entry are those it names in a way that is known', () => {
  const photo = {
    photoId: '01890000-0000-7000-8000-0000000000f1',
    sha256: 'ab'.repeat(32),
    sizeBytes: 1,
    contentType: 'image/jpeg',
  };
  expect(photosNamedIn({ photos: [photo], notes: null })).toEqual([photo]);
  for (const payload of [
    {},
    null,
    'photos',
    { photos: 'two' },
    { photos: [{ ...photo, sha256: 'short' }] },
  ]) {
    expect(photosNamedIn(payload)).toEqual([]);
  }
});
