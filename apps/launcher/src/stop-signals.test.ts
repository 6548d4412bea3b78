import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenToStopSignals } from './stop-signals.ts';

function listen() {
  const source = new EventEmitter();
  let time = 0;
  const signals = listenToStopSignals(source, () => time);
  return { source, signals, at: (milliseconds: number) => (time = milliseconds) };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])('%s asks to stop', (name) => {
  const { source, signals } = listen();
  source.emit(name);
  expect(signals.stop.aborted).toBe(true);
  expect(signals.force.aborted).toBe(false);
});

test('the same Ctrl-C, passed on by npm, does not force', () => {
  const { source, signals, at } = listen();
  source.emit('SIGINT');
  at(30);
  source.emit('SIGINT');
  expect(signals.force.aborted).toBe(false);
});

test('a second Ctrl-C forces', () => {
  const { source, signals, at } = listen();
  source.emit('SIGINT');
  at(1_500);
  source.emit('SIGINT');
  expect(signals.force.aborted).toBe(true);
});
