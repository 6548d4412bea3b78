/** What every store behind fingers and faces must do. The test of each adapter calls this with a phone that it can touch. */
import { describe, expect, test } from 'vitest';
import type { Biometrics } from '../ports.ts';

/** The phone below an adapter. */
export interface TouchedPhone {
  readonly biometrics: Biometrics;
  /** What its person does from now on, when it asks. */
  person(does: 'TOUCHES' | 'CANCELS'): void;
  /** Another finger or face is taught, or one is removed. */
  changeFingers(): void;
  /** All of them are removed. */
  removeFingers(): void;
  /** What it asked, in order. */
  readonly asked: readonly string[];
}

/** `unpack` makes a phone that knows the finger of its person, and keeps nothing yet. */
export function describeBiometrics(name: string, unpack: () => TouchedPhone): void {
  describe(`${name} as a store behind fingers and faces`, () => {
    test('is none where the phone knows nobody', async () => {
      const phone = unpack();
      expect(await phone.biometrics.kind()).not.toBeNull();
      phone.removeFingers();
      expect(await phone.biometrics.kind()).toBeNull();
      expect(phone.asked).toEqual([]);
    });

    test('gives a text to whoever touches it, with one question each time', async () => {
      const { biometrics, asked } = unpack();
      expect(await biometrics.keep('one', 'text', 'Keep?')).toBe(true);
      expect(asked).toEqual(['Keep?']);
      expect(await biometrics.open('one', 'Open?')).toEqual({ kind: 'OPENED', text: 'text' });
      expect(asked).toEqual(['Keep?', 'Open?']);
      expect(await biometrics.open('two', 'Open?')).toEqual({ kind: 'GONE' });
    });

    test('keeps nothing for a person who thinks better of it', async () => {
      const phone = unpack();
      phone.person('CANCELS');
      expect(await phone.biometrics.keep('one', 'text', 'Keep?')).toBe(false);
      phone.person('TOUCHES');
      expect(await phone.biometrics.open('one', 'Open?')).toEqual({ kind: 'GONE' });
    });

    test('opens nothing without a touch, and opens it with the next one', async () => {
      const phone = unpack();
      await phone.biometrics.keep('one', 'text', 'Keep?');
      phone.person('CANCELS');
      expect(await phone.biometrics.open('one', 'Open?')).toEqual({ kind: 'REFUSED' });
      phone.person('TOUCHES');
      expect(await phone.biometrics.open('one', 'Open?')).toMatchObject({ kind: 'OPENED' });
    });

    test('gives nothing to fingers that came later, until it is kept anew', async () => {
      const phone = unpack();
      await phone.biometrics.keep('one', 'text', 'Keep?');
      phone.changeFingers();
      expect(await phone.biometrics.open('one', 'Open?')).toEqual({ kind: 'GONE' });
      expect(await phone.biometrics.keep('one', 'other', 'Keep?')).toBe(true);
      expect(await phone.biometrics.open('one', 'Open?')).toEqual({ kind: 'OPENED', text: 'other' });
    });

    test('opens nothing where all fingers were removed', async () => {
      const phone = unpack();
      await phone.biometrics.keep('one', 'text', 'Keep?');
      phone.removeFingers();
      expect(await phone.biometrics.open('one', 'Open?')).not.toMatchObject({ kind: 'OPENED' });
    });

    test('forgets without a question, also what was never kept', async () => {
      const { biometrics, asked } = unpack();
      await biometrics.keep('one', 'text', 'Keep?');
      await biometrics.keep('two', 'other', 'Keep?');
      await biometrics.forget('one');
      await biometrics.forget('three');
      expect(asked).toEqual(['Keep?', 'Keep?']);
      expect(await biometrics.open('one', 'Open?')).toEqual({ kind: 'GONE' });
      expect(await biometrics.open('two', 'Open?')).toEqual({ kind: 'OPENED', text: 'other' });
    });
  });
}
