import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AGAIN_MS, KeptText } from './kept-text.ts';

/** An address that loses the first texts it is given, as a slow page does. */
function aLossyAddress(losses: number) {
  const address = { text: '1', writes: 0 };
  const write = (text: string) => {
    address.writes += 1;
    if (address.writes > losses) address.text = text;
  };
  return { address, write };
}

describe('the text of a filter in the address', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('stands as it was typed, and is written until the address holds it', () => {
    const { address, write } = aLossyAddress(2);
    const kept = new KeptText();
    kept.type('12');
    write('12');
    kept.compare(address.text, write);
    expect(kept.typed).toBe('12');
    vi.advanceTimersByTime(AGAIN_MS);
    expect(address).toEqual({ text: '1', writes: 2 });
    vi.advanceTimersByTime(AGAIN_MS);
    expect(address).toEqual({ text: '12', writes: 3 });
  });

  it('is not written again once the address holds it', () => {
    const { address, write } = aLossyAddress(0);
    const kept = new KeptText();
    kept.type('12');
    write('12');
    kept.compare(address.text, write);
    vi.advanceTimersByTime(10 * AGAIN_MS);
    expect(address.writes).toBe(1);
  });

  it('gives way to the address when its box is left, and not before the address holds it', () => {
    const { address, write } = aLossyAddress(2);
    const kept = new KeptText();
    kept.type('12');
    kept.compare(address.text, write);
    kept.leaveBox(address.text);
    expect(kept.typed).toBe('12');
    vi.advanceTimersByTime(3 * AGAIN_MS);
    expect(address).toEqual({ text: '12', writes: 3 });
    kept.compare(address.text, write);
    expect(kept.typed).toBeUndefined();
  });

  it('gives way at once where the address holds it, and after a while where it never does', () => {
    const kept = new KeptText();
    kept.type('12');
    kept.leaveBox('12');
    expect(kept.typed).toBeUndefined();

    const { address, write } = aLossyAddress(Infinity);
    kept.type('13');
    kept.compare(address.text, write);
    kept.leaveBox(address.text);
    vi.advanceTimersByTime(100 * AGAIN_MS);
    expect([kept.typed, address.writes]).toEqual([undefined, 25]);
  });

  it('gives way to the address when the person goes back', () => {
    const { address, write } = aLossyAddress(9);
    const kept = new KeptText();
    kept.type('12');
    kept.compare(address.text, write);
    kept.leave();
    vi.advanceTimersByTime(10 * AGAIN_MS);
    expect(kept.typed).toBeUndefined();
    expect(address.writes).toBe(0);
  });
});
