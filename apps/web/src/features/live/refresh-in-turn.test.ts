import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RefreshInTurn } from './refresh-in-turn.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function arrange() {
  const answers: (() => void)[] = [];
  const refresh = vi.fn<(changes: readonly number[]) => Promise<void>>(
    () => new Promise<void>((resolve) => answers.push(resolve)),
  );
  const refreshes = new RefreshInTurn<number>({ refresh, gatheredMs: 150, patienceMs: 5000 });
  const answer = async () => {
    answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { refreshes, refresh, answer };
}

it('takes what comes close together as one', async () => {
  const { refreshes, refresh } = arrange();
  refreshes.add(1);
  await vi.advanceTimersByTimeAsync(100);
  refreshes.add(2);
  await vi.advanceTimersByTimeAsync(50);
  expect(refresh.mock.calls).toEqual([[[1, 2]]]);
});

it('lets a refresh end before the next begins, however fast changes come', async () => {
  const { refreshes, refresh, answer } = arrange();
  for (let change = 1; change <= 10; change += 1) {
    refreshes.add(change);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(refresh.mock.calls).toEqual([[[1]]]);
  await answer();
  await vi.advanceTimersByTimeAsync(150);
  expect(refresh.mock.calls[1]).toEqual([[2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  await answer();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(refresh).toHaveBeenCalledTimes(2);
});

it('goes on after an answer that failed or never comes', async () => {
  const { refreshes, refresh } = arrange();
  refresh.mockRejectedValueOnce(new Error('no network'));
  refreshes.add(1);
  await vi.advanceTimersByTimeAsync(150);
  refreshes.add(2);
  await vi.advanceTimersByTimeAsync(150);
  refreshes.add(3);
  await vi.advanceTimersByTimeAsync(5150);
  expect(refresh.mock.calls).toEqual([[[1]], [[2]], [[3]]]);
});

it('does nothing more once it is stopped', async () => {
  const { refreshes, refresh } = arrange();
  refreshes.add(1);
  refreshes.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(refresh).not.toHaveBeenCalled();
});
