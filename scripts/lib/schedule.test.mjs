import { expect, test } from 'vitest';
import { runWithin } from './schedule.mjs';

/** Jobs that end when told to, and what of them runs. */
function workshop() {
  /** @type {Map<string, () => void>} */
  const ends = new Map();
  /** @param {import('./schedule.mjs').Job} job */
  const run = ({ name }) =>
    new Promise((resolve) => {
      ends.set(name, () => {
        ends.delete(name);
        resolve(name);
      });
    });
  /** @param {string} name */
  const end = async (name) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { run, end, running: () => [...ends.keys()] };
}

test('as many jobs run as there is room for, and a small one passes a large one', async () => {
  const { run, end, running } = workshop();
  const jobs = [
    { name: 'small', cores: 1 },
    { name: 'large', cores: 2 },
    { name: 'other', cores: 1 },
  ];
  const all = runWithin(2, jobs, run);
  expect(running()).toEqual(['small', 'other']);
  await end('other');
  expect(running()).toEqual(['small']);
  await end('small');
  expect(running()).toEqual(['large']);
  await end('large');
  expect(await all).toEqual(['small', 'large', 'other']);
});

test('a job that wants more cores than there are takes all of them', async () => {
  const { run, end, running } = workshop();
  const all = runWithin(
    1,
    [
      { name: 'large', cores: 8 },
      { name: 'next', cores: 1 },
    ],
    run,
  );
  expect(running()).toEqual(['large']);
  await end('large');
  await end('next');
  expect(await all).toEqual(['large', 'next']);
});

test('a job waits for those that it comes after, unless they are not to run at all', async () => {
  const { run, end, running } = workshop();
  const jobs = [
    { name: 'browser', cores: 1, after: ['build', 'elsewhere'] },
    { name: 'build', cores: 1 },
  ];
  const all = runWithin(2, jobs, run);
  expect(running()).toEqual(['build']);
  await end('build');
  expect(running()).toEqual(['browser']);
  await end('browser');
  expect(await all).toEqual(['browser', 'build']);
});

test('nothing is started once it is stopped, and what runs is waited for', async () => {
  const { run, end } = workshop();
  let stopped = false;
  const jobs = [
    { name: 'first', cores: 1 },
    { name: 'second', cores: 1 },
  ];
  const all = runWithin(1, jobs, run, () => stopped);
  stopped = true;
  await end('first');
  expect(await all).toEqual(['first']);
});
