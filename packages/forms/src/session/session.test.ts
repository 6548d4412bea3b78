/** What a person does to get in. */
import { createWords } from '@wellpulse/words';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SessionAnswer, SignInBox, SignInText } from './session-store.ts';
import { SignInForm } from './sign-in-form.ts';
import { UnlockForm } from './unlock-form.ts';

const words = createWords('en');
const JO = { id: 'jo', name: 'Jo Ortiz' };
const RAY = { id: 'ray', name: 'Ray' };
const ME = { kind: 'SIGNED_IN', who: 'Jo Ortiz' } as const;
const refused = (code: string, retryAfterSeconds: number | null = null): SessionAnswer<string> => ({
  kind: 'REFUSED',
  refusal: { code: 'REFUSED', trouble: { code, detail: null } },
  retryAfterSeconds,
});

let now: number;
let sent: SignInText[];
let answer: () => Promise<SessionAnswer<string>>;
beforeEach(() => {
  now = 5_000;
  sent = [];
  answer = () => Promise.resolve(ME);
});

const signIn = (text: SignInText) => {
  sent.push(text);
  return answer();
};
const aForm = (
  asks: readonly SignInBox[] = ['tenant', 'email', 'password'],
  known: Partial<SignInText> = {},
) => new SignInForm<string>({ store: { signIn }, asks, known, leastSecret: 4, elapsed: () => now });

describe('signing in', () => {
  test('says each box that is wrong once somebody tries, and sends nothing', async () => {
    const form = aForm(['server', 'tenant', 'email', 'password', 'deviceName', 'secret']);
    form.type({ server: 'the office', email: 'jo' });
    expect(form.errorOf(words, 'tenant')).toBeUndefined();
    expect(await form.submit(words)).toBeNull();
    expect(form.asks.map((box) => form.errorOf(words, box))).toEqual([
      'This is not an address, such as wells.example.com',
      'Give the short name of your company',
      'This is not an e-mail address',
      'Give your password',
      'Give this device a name',
      'Type your PIN or passphrase',
    ]);
    form.type({ secret: '258' });
    expect([form.errorOf(words, 'secret'), form.tries, sent]).toEqual([
      'A passphrase has at least 4 characters.',
      1,
      [],
    ]);
  });

  test('asks only for what is not known', async () => {
    const form = aForm(['password'], { tenant: 'acme', email: 'jo@acme.example' });
    form.type({ password: ' secret ' });
    expect(await form.submit(words)).toBe('Jo Ortiz');
    expect(sent).toMatchObject([{ tenant: 'acme', email: 'jo@acme.example', password: ' secret ' }]);
  });

  test('takes the tenant from a code that was scanned, and sends the origin alone', async () => {
    const form = aForm(['server', 'tenant', 'email', 'password']);
    form.type({ server: ' https://Wells.example/sign-in?tenant=acme ' });
    expect(form.text.tenant).toBe('acme');
    form.type({ email: 'jo@acme.example', password: 'secret' });
    await form.submit(words);
    expect(sent).toMatchObject([{ server: 'https://wells.example', tenant: 'acme' }]);
  });

  test('takes blanks off names, and sends once however often Enter is pressed', async () => {
    const form = aForm();
    form.type({ tenant: ' acme ', email: 'jo@acme.example ', password: 'secret' });
    const both = [form.submit(words), form.submit(words)];
    expect(form.isBusy).toBe(true);
    expect(await Promise.all(both)).toEqual(['Jo Ortiz', null]);
    expect(sent).toMatchObject([{ tenant: 'acme', email: 'jo@acme.example' }]);
    // Until the page is another one, nothing can be sent twice.
    expect(form.isBusy).toBe(true);
  });

  test('that was refused says why until something is typed', async () => {
    const form = aForm();
    form.type({ tenant: 'acme', email: 'jo@acme.example', password: 'guessed' });
    answer = () => Promise.resolve(refused('INVALID_CREDENTIALS'));
    expect(await form.submit(words)).toBeNull();
    expect(form.error(words)).toContain('password');
    expect([form.isBusy, form.text.password]).toEqual([false, 'guessed']);
    form.type({ password: 'secret' });
    expect(form.error(words)).toBeUndefined();
  });

  test('too often waits, and not for other names', async () => {
    const form = aForm();
    form.type({ tenant: 'acme', email: 'jo@acme.example', password: 'guessed' });
    answer = () => Promise.resolve(refused('TOO_MANY_REQUESTS', 30));
    await form.submit(words);
    expect(form.error(words)).toBe('Too many wrong tries. Wait, then try again.');
    now += 500;
    expect(form.secondsToWait).toBe(30);
    expect([await form.submit(words), sent.length]).toEqual([null, 1]);
    now += 29_500;
    expect(form.secondsToWait).toBe(0);
    now -= 20_000;
    form.type({ email: 'jo@acme.example' });
    expect(form.secondsToWait).toBe(20);
    form.type({ email: 'ray@acme.example' });
    expect(form.secondsToWait).toBe(0);
    await form.submit(words);
    expect(sent).toHaveLength(2);
  });

  test('that fails in a way that nobody expected can be tried again', async () => {
    const form = aForm(['password']);
    form.type({ password: 'secret' });
    answer = () => Promise.reject(new Error('out of memory'));
    expect(await form.submit(words)).toBeNull();
    expect([form.error(words), form.isBusy]).toEqual([expect.stringContaining('out of memory'), false]);
  });
});

describe('taking over', () => {
  const given: string[][] = [];
  const unlock = async (...keys: string[]): Promise<SessionAnswer<string>> => {
    given.push(keys);
    if (keys[1] === '0000') return refused('TOO_MANY_REQUESTS', 5);
    return keys[1] === '2580'
      ? ME
      : { kind: 'REFUSED', refusal: { code: 'WRONG_SECRET' }, retryAfterSeconds: null };
  };
  const aDevice = (...people: (typeof JO)[]) => new UnlockForm<string>({ unlock }, people, () => now);

  test('the only person of a device types their PIN at once; of several, one says first who they are', async () => {
    expect(aDevice(JO).userId).toBe('jo');
    const form = aDevice(JO, RAY);
    form.type('2580');
    expect([form.userId, await form.submit()]).toEqual([null, null]);
    form.choose('ray');
    form.type('2580');
    expect(await form.submit()).toBe('Jo Ortiz');
    expect(given).toEqual([['ray', '2580']]);
  });

  test('a wrong PIN is said, and typed anew', async () => {
    const form = aDevice(JO);
    await form.submit();
    expect(form.error(words)).toBe('Type your PIN or passphrase');
    form.type('1234');
    expect(await form.submit()).toBeNull();
    expect([form.secret, form.error(words)]).toEqual(['', 'That is not your PIN or passphrase. Try again.']);
    form.type('2');
    expect(form.error(words)).toBeUndefined();
  });

  test('too often waits, whatever is typed meanwhile', async () => {
    const form = aDevice(JO);
    form.type('0000');
    await form.submit();
    form.type('2580');
    expect([form.secondsToWait, await form.submit()]).toEqual([5, null]);
    now += 5000;
    expect(await form.submit()).toBe('Jo Ortiz');
  });

  test('what one person typed is not there for the next', () => {
    const form = aDevice(JO, RAY);
    form.choose('jo');
    form.type('25');
    form.choose('ray');
    expect(form.secret).toBe('');
  });
});
