/** The API as a program: it starts, says why when it can't, and ends in good order. */
import { endpoints } from '@wellpulse/contracts';
import { freePort } from '@wellpulse/embedded';
import { ApiCaller, aWell } from '@wellpulse/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { LiveReader } from '../support/live-reader.ts';
import { buildPrograms, startApiProgram, type Running } from '../support/program.ts';
import { until } from '../support/until.ts';

const api = await startBareApi();
const tenant = await api.addTenant();
const programs: Running[] = [];
beforeAll(() => buildPrograms());
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => api.stop());

/** Starts the program and waits until it is ready. */
async function start(): Promise<{ program: Running; caller: ApiCaller }> {
  const port = await freePort();
  const program = startApiProgram({ ...api.environment, WELLPULSE_API_PORT: String(port) });
  programs.push(program);
  // The same secret and the same databases: a token of one process is good at another.
  const caller = new ApiCaller(`http://127.0.0.1:${port}`, tenant.manager.accessToken);
  await until('it is ready', () =>
    caller.fetch('/ready').then(
      ({ ok }) => ok || null,
      () => null,
    ),
  );
  return { program, caller };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it in good order, open streams included',
  async (signal) => {
    const { program, caller } = await start();
    const stream = await LiveReader.open(caller);
    program.child.kill(signal);
    expect(await program.ended).toMatchObject({ code: 0, errors: '' });
    await until('the stream ends', () => (stream.hasEnded ? true : null));
  },
);

test('two processes serve the same tenant: what one writes, the other reads and tells', async () => {
  const [{ caller: one }, { caller: other }] = await Promise.all([start(), start()]);
  const stream = await LiveReader.open(other);
  const { id: wellId } = await one.ask(endpoints.wells.create, { body: aWell() });
  await stream.next('the other tells', ({ data }) => JSON.stringify(data).includes(wellId));
  await other.ask(endpoints.wells.get, { params: { wellId } });
  stream.close();
});

test('a killed process loses nothing that it acknowledged, and another takes over', async () => {
  const { program, caller } = await start();
  const { id: wellId } = await caller.ask(endpoints.wells.create, { body: aWell() });
  program.child.kill('SIGKILL');
  await program.ended;
  const { caller: next } = await start();
  await next.ask(endpoints.wells.get, { params: { wellId } });
  // The tenant's lock went away with the killed process.
  await next.ask(endpoints.wells.create, { body: aWell() });
});

test('it does not start with settings that it can not use, and says which', async () => {
  const { code, errors } = await startApiProgram({}).ended;
  expect(code).toBe(1);
  expect(errors).toContain('DATABASE_URL');
  expect(errors).toContain('WELLPULSE_JWT_SECRET');
});

test('it does not start on a port that is taken', async () => {
  const port = new URL(api.baseUrl).port;
  const outcome = await startApiProgram({ ...api.environment, WELLPULSE_API_PORT: port }).ended;
  expect(outcome).toMatchObject({ code: 1, errors: expect.stringContaining('EADDRINUSE') });
});
