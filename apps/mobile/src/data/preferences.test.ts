import { expect, test } from 'vitest';
import type { Texts } from '../native/ports.ts';
import { Preferences } from './preferences.ts';

function textsInMemory(text: string | null = null) {
  const kept = { text };
  const texts: Texts = {
    read: async () => kept.text,
    write: async (_, written) => {
      kept.text = written;
    },
  };
  return { kept, texts };
}

test('nothing is chosen before somebody does; then it is, also after a restart', async () => {
  const { texts } = textsInMemory();
  const preferences = await Preferences.open(texts);
  expect(preferences.values).toMatchObject({ location: false });
  let told = 0;
  preferences.subscribe(() => (told += 1));
  preferences.set({ location: true });
  expect([preferences.values.location, told]).toEqual([true, 1]);
  preferences.set({ look: 'dark', language: 'es' });
  const chosen = { location: true, look: 'dark', language: 'es' };
  expect((await Preferences.open(texts)).values).toMatchObject(chosen);
});

test.each(['', '{', '[]', 'null', '"text"', '{"location":"perhaps"}'])(
  'a text that nobody can read, such as %j, is no choice',
  async (text) => {
    expect((await Preferences.open(textsInMemory(text).texts)).values.location).toBe(false);
  },
);

test('a choice that this version does not know is not made, and leaves the others as they are', async () => {
  const { texts } = textsInMemory('{"location":true,"look":"neon","language":"tlh"}');
  const kept = { location: true, look: 'system', language: 'system' };
  expect((await Preferences.open(texts)).values).toMatchObject(kept);
});

test('a store that fails is no reason not to open, and a choice holds all the same', async () => {
  const fails = () => Promise.reject(new Error('The disk is full'));
  const preferences = await Preferences.open({ read: fails, write: fails });
  preferences.set({ location: true });
  expect(preferences.values.location).toBe(true);
});
