import { PROBLEMS } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { REMEMBERED_MS, Renewals, tokensOf, type Renewal } from './renewals.ts';

const renewed = (name: string): Renewal => ({
  kind: 'RENEWED',
  tokens: { accessToken: `access-${name}`, refreshToken: `refresh-${name}`, renewalKey: null },
});
const failed: Renewal = {
  kind: 'FAILED',
  problem: { type: 'about:blank', code: 'UNAVAILABLE', ...PROBLEMS.UNAVAILABLE },
};

/** An exchange whose answers the test gives, and a clock that stands until the test moves it. */
function arrange() {
  const asked: { token: string; key: string; answer: (renewal: Renewal) => void }[] = [];
  const clock = { now: 1_000_000 };
  const shared = new Renewals(() => clock.now);
  const exchange = (token: string, key: string) =>
    new Promise<Renewal>((answer) => asked.push({ token, key, answer }));
  const renewals = {
    renew: (token: string, renewalKey: string | null = null) =>
      shared.renew({ refreshToken: token, renewalKey }, exchange),
  };
  const answerNext = (renewal: Renewal) => asked.shift()?.answer(renewal);
  return { renewals, asked, clock, answerNext };
}

describe('renewing a session', () => {
  it('uses a refresh token once, however many requests carry it', async () => {
    const { renewals, asked, answerNext } = arrange();
    const all = Array.from({ length: 20 }, () => renewals.renew('old'));
    expect(asked).toHaveLength(1);
    answerNext(renewed('new'));
    expect(new Set(await Promise.all(all))).toEqual(new Set([renewed('new')]));
  });

  it('gives a late request with the old token the tokens that came of it', async () => {
    const { renewals, asked, clock, answerNext } = arrange();
    const first = renewals.renew('old');
    answerNext(renewed('new'));
    await first;
    clock.now += REMEMBERED_MS;
    expect(await renewals.renew('old')).toEqual(renewed('new'));
    expect(asked).toHaveLength(0);
  });

  it('forgets after a minute', async () => {
    const { renewals, asked, clock, answerNext } = arrange();
    const first = renewals.renew('old');
    answerNext(renewed('new'));
    await first;
    clock.now += REMEMBERED_MS + 1;
    void renewals.renew('old');
    expect(asked).toHaveLength(1);
  });

  it('does not forget one that still runs, however long it takes', () => {
    const { renewals, asked, clock } = arrange();
    void renewals.renew('old');
    clock.now += REMEMBERED_MS * 10;
    void renewals.renew('old');
    expect(asked).toHaveLength(1);
  });

  it('remembers that a session has ended', async () => {
    const { renewals, asked, answerNext } = arrange();
    const first = renewals.renew('revoked');
    answerNext({ kind: 'ENDED' });
    await first;
    expect(await renewals.renew('revoked')).toEqual({ kind: 'ENDED' });
    expect(asked).toHaveLength(0);
  });

  it('tries again after a failure of the network', async () => {
    const { renewals, asked, answerNext } = arrange();
    const first = renewals.renew('old');
    answerNext(failed);
    expect(await first).toEqual(failed);
    const second = renewals.renew('old');
    expect(asked).toHaveLength(1);
    answerNext(renewed('new'));
    expect(await second).toEqual(renewed('new'));
  });

  it('names a use by the same key when it tries again, and each use by its own', async () => {
    const { renewals, asked, answerNext } = arrange();
    const first = renewals.renew('old');
    void renewals.renew('another');
    const keys = asked.map(({ key }) => key);
    answerNext(failed);
    await first;
    void renewals.renew('old');
    expect(keys[1]).not.toBe(keys[0]);
    expect(asked.at(-1)).toMatchObject({ token: 'old', key: keys[0] });
  });

  it('keeps the sessions of different people apart', () => {
    const { renewals, asked } = arrange();
    void renewals.renew('one');
    void renewals.renew('two');
    expect(asked.map(({ token }) => token)).toEqual(['one', 'two']);
  });

  it('asks once more under the key that came with the token, when all was forgotten', async () => {
    const { renewals, asked, clock, answerNext } = arrange();
    const first = renewals.renew('old', 'its key');
    const [{ key } = { key: null }] = asked;
    answerNext(renewed('new'));
    await first;
    clock.now += 24 * 60 * REMEMBERED_MS;
    void renewals.renew('old', 'its key');
    expect([key, asked[0]?.key]).toEqual(['its key', 'its key']);
  });

  it('gives each token a key of its own, with the token', () => {
    const session = { accessToken: 'a', refreshToken: 'r' };
    expect(tokensOf(session)).toMatchObject(session);
    expect(tokensOf(session).renewalKey).not.toBe(tokensOf(session).renewalKey);
  });
});
