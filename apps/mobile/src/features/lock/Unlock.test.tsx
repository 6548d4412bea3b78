/** Opening the phone, for people whom it knows. */
import { createWords } from '@wellpulse/words';
import { expect, test, vi } from 'vitest';
import type { Phone } from '../../data/phone.ts';
import { reads } from '../../lib/reads.ts';
import { drawn } from '../../testing/screen.fixture.tsx';
import { Unlock } from './Unlock.tsx';

const { controlTexts, deskWords, fieldWords, phoneWords } = createWords('en');
const PAT = { id: 'pat', name: 'Pat Pumper', email: 'pat@acme.example' };
const JO = { id: 'jo', name: 'Jo Ortiz', email: 'jo@acme.example' };

function aPhone(leastSecret: number) {
  const unlock = vi.fn<(userId: string, secret: string) => Promise<unknown>>(async () => PAT);
  const tries = { waitMs: 0, told: async () => undefined };
  // Nobody opens it by a finger here.
  const quick = { has: () => false };
  for (const { id } of [PAT, JO]) reads.setQueryData(['quick', id], null);
  // A test gives no more of a phone than this screen asks for.
  return {
    unlock,
    phone: { client: { sessions: { unlock } }, tries, quick, leastSecret } as unknown as Phone,
  };
}
const nothing = () => undefined;

test('a phone asks for a PIN, a browser for a passphrase', () => {
  const ask = (leastSecret: number) =>
    drawn(
      <Unlock people={[PAT]} isStart={false} onOpen={nothing} onForgotten={nothing} />,
      aPhone(leastSecret),
    );
  expect(ask(4).boxes).toEqual([fieldWords.pin]);
  expect(ask(4).buttons).toContain(deskWords.forgotten);
  expect(ask(4).buttons).toContain(controlTexts.showTyped);
  expect(ask(8).boxes).toEqual([deskWords.passphrase]);
  expect(ask(8).buttons).toContain(phoneWords.forgotten);
});

test('where several people work, each is asked who they are before anything is typed', () => {
  const screen = drawn(
    <Unlock people={[JO, PAT]} isStart={false} onOpen={nothing} onForgotten={nothing} />,
    aPhone(4),
  );
  expect(screen.text).toContain(fieldWords.whoAreYou);
  expect(screen.buttons).toEqual([JO.name, PAT.name]);
  expect(screen.boxes).toEqual([]);
});

test('what is typed opens the key of the person whose name stands there, by the button and by the key', async () => {
  for (const finger of ['BUTTON', 'KEY'] as const) {
    const { phone, unlock } = aPhone(4);
    const onOpen = vi.fn<() => void>();
    const screen = drawn(<Unlock people={[PAT]} isStart={false} onOpen={onOpen} onForgotten={nothing} />, {
      phone,
    });
    expect(screen.text).toContain(PAT.name);
    screen.type(fieldWords.pin, '4711');
    if (finger === 'KEY') screen.enter(fieldWords.pin);
    else screen.press(fieldWords.unlock);
    await vi.waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(unlock).toHaveBeenCalledWith(PAT.id, '4711');
  }
});

test('a wrong PIN opens nothing', async () => {
  const { phone, unlock } = aPhone(4);
  unlock.mockRejectedValue(
    Object.assign(new Error('Wrong'), { name: 'OfflineError', refusal: { code: 'WRONG_SECRET' } }),
  );
  const onOpen = vi.fn<() => void>();
  const screen = drawn(<Unlock people={[PAT]} isStart={false} onOpen={onOpen} onForgotten={nothing} />, {
    phone,
  });
  screen.type(fieldWords.pin, '0000');
  screen.press(fieldWords.unlock);
  await vi.waitFor(() => expect(unlock).toHaveBeenCalledOnce());
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  expect(onOpen).not.toHaveBeenCalled();
});

test('whoever has forgotten it says who they are by that', () => {
  const onForgotten = vi.fn<(email: string) => void>();
  const screen = drawn(
    <Unlock people={[PAT]} isStart={false} onOpen={nothing} onForgotten={onForgotten} />,
    aPhone(4),
  );
  screen.press(deskWords.forgotten);
  expect(onForgotten).toHaveBeenCalledWith(PAT.email);
});
