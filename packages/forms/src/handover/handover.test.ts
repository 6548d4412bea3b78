/** What a person does with a handover file. */
import { createWords } from '@wellpulse/words';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CancelledFile, HandoverAnswer } from './handover-store.ts';
import { OpenFileForm } from './open-file-form.ts';
import { SaveFileForm } from './save-file-form.ts';

const words = createWords('en');
const wrongPassphrase = { kind: 'REFUSED', refusal: { kind: 'FILE', code: 'WRONG_PASSPHRASE' } } as const;

let asked: string[];
let answer: () => Promise<HandoverAnswer<string> | CancelledFile>;
beforeEach(() => {
  asked = [];
  answer = () => Promise.resolve({ kind: 'DONE', value: '3 entries' });
});

describe('opening a file', () => {
  const open = (...given: string[]) => {
    asked.push(given.join(' '));
    return answer();
  };
  const aForm = () => new OpenFileForm<string, string>({ open });

  test('needs the file and its passphrase', async () => {
    const form = aForm();
    expect(form.missing(words)).toEqual({ file: undefined, passphrase: undefined });
    expect(await form.submit()).toBeNull();
    expect(form.missing(words)).toEqual({
      file: 'Choose the file that the device saved.',
      passphrase: 'Type the passphrase of the file',
    });
    form.choose('truck-7.wellpulse');
    form.type('north route');
    expect(form.missing(words)).toEqual({ file: undefined, passphrase: undefined });
    expect([await form.submit(), asked]).toEqual(['3 entries', ['truck-7.wellpulse north route']]);
    expect([form.passphrase, form.missing(words).passphrase]).toEqual(['', undefined]);
  });

  test('needs the passphrase alone where the platform asks for the file after it', async () => {
    const form = new OpenFileForm<string, string>({ open }, 'whichever is chosen');
    expect([await form.submit(), form.missing(words).file, form.refusals]).toEqual([null, undefined, 1]);
    form.type('north route');
    expect([await form.submit(), asked]).toEqual(['3 entries', ['whichever is chosen north route']]);
  });

  test('says nothing to who thinks better of it, and what was typed stays', async () => {
    const form = new OpenFileForm<string, string>({ open }, 'whichever is chosen');
    form.type('north route');
    answer = () => Promise.resolve({ kind: 'CANCELLED' });
    expect([await form.submit(), form.error(words), form.passphrase]).toEqual([
      null,
      undefined,
      'north route',
    ]);
  });

  test('says that the passphrase is wrong until it is typed anew', async () => {
    const form = aForm();
    form.choose('truck-7.wellpulse');
    form.type('north');
    answer = () => Promise.resolve(wrongPassphrase);
    expect(await form.submit()).toBeNull();
    expect(form.error(words)).toBe('The passphrase is wrong.');
    form.type('north route');
    expect(form.error(words)).toBeUndefined();
  });

  test('gives nothing of a file in whose place another one was chosen meanwhile', async () => {
    const form = aForm();
    form.choose('truck-7.wellpulse');
    form.type('north');
    const opening = form.submit();
    form.choose('truck-8.wellpulse');
    expect([await opening, form.file, form.isOpening]).toEqual([null, 'truck-8.wellpulse', false]);
  });

  test('that fails in a way that nobody expected is said', async () => {
    const form = aForm();
    form.choose('truck-7.wellpulse');
    form.type('north');
    answer = () => Promise.reject(new Error('the disk is gone'));
    await form.submit();
    expect([form.error(words), form.isOpening]).toEqual([expect.stringContaining('the disk is gone'), false]);
  });
});

describe('saving a file', () => {
  const save = (passphrase: string) => {
    asked.push(passphrase);
    return answer();
  };
  const aForm = () => new SaveFileForm<string>({ save });

  test('needs a passphrase that is long enough, typed twice alike', async () => {
    const form = aForm();
    form.type({ passphrase: 'short' });
    expect([form.errorOf(words, 'passphrase'), form.errorOf(words, 'again')]).toEqual([undefined, undefined]);
    expect([await form.submit(words), form.refusals]).toEqual([null, 1]);
    expect([form.errorOf(words, 'passphrase'), form.errorOf(words, 'again')]).toEqual([
      'Choose a passphrase of 8 characters or more.',
      'This is not the same as above',
    ]);
    form.type({ passphrase: 'north route', again: 'north route' });
    expect([await form.submit(words), asked]).toEqual(['3 entries', ['north route']]);
    expect([form.text, form.errorOf(words, 'passphrase')]).toEqual([
      { passphrase: '', again: '' },
      undefined,
    ]);
  });

  test('on a full disk says so, and what was typed stays', async () => {
    const form = aForm();
    form.type({ passphrase: 'north route', again: 'north route' });
    answer = () =>
      Promise.resolve({ kind: 'REFUSED', refusal: { kind: 'REFUSED', refusal: { code: 'DISK_FULL' } } });
    expect(await form.submit(words)).toBeNull();
    expect([form.error(words), form.text.again]).toEqual([expect.any(String), 'north route']);
  });
});
