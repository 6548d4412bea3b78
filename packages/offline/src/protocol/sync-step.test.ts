import { troubleOf } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { SyncStep, type StepResult } from './sync-step.ts';

const failure = (retryAfterSeconds: number | null): StepResult => ({
  kind: 'LATER',
  trouble: troubleOf('NO_ANSWER'),
  retryAfterSeconds,
  isOffline: true,
});

test('a part of a sync that failed waits, and a clock that is set back does not make it wait for ever', () => {
  const clock = new FakeClock('2025-10-20T14:30:00.000Z');
  const step = new SyncStep();
  step.end(clock, failure(60));
  expect(step.mayRun(clock, true)).toBe(false);
  clock.set('2025-10-20T14:30:59.000Z');
  expect(step.mayRun(clock, false)).toBe(false);

  clock.set('2024-10-20T14:30:00.000Z');

  expect(step.mayRun(clock, false)).toBe(true);
});
