/** The API as a program: it starts, says why when it can't, and ends in good order. */
import { endpoints } from '@wellpulse/contracts';
import { freePort } from '@wellpulse/embedded';
import { ApiCaller, aWell } from '@wellpulse/testing';
import { isDeep } from '@wellpulse/testing/depth';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { LiveReader } from '../support/live-reader.ts';
import { buildPrograms, startApiProgram, type Running } from '../support/program.ts';
import { until } from '../support/until.ts';

const api = await startBareApi();
const tenant = await api.addTenant();
const MEBIBYTE = 1024 * 1024;
const bytesOf = (line: string): Uint8Array => new TextEncoder().encode(line);
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
async function start(): Promise<{ program: Running; caller: ApiCaller; inside: ApiCaller }> {
  const port = await freePort();
  const inside = await freePort();
  const program = startApiProgram({
    ...api.environment,
    WELLPULSE_API_PORT: String(port),
    WELLPULSE_INTERNAL_PORT: String(inside),
  });
  programs.push(program);
  // The same secret and the same databases: a token of one process is good at another.
  const caller = new ApiCaller(`http://127.0.0.1:${port}`, tenant.manager.accessToken);
  await until('it is ready', () =>
    fetch(`http://127.0.0.1:${inside}/ready`).then(
      ({ ok }) => ok || null,
      () => null,
    ),
  );
  return { program, caller, inside: new ApiCaller(`http://127.0.0.1:${inside}`) };
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
  const ports = {
    WELLPULSE_API_PORT: new URL(api.baseUrl).port,
    WELLPULSE_INTERNAL_PORT: String(await freePort()),
  };
  const outcome = await startApiProgram({ ...api.environment, ...ports }).ended;
  expect(outcome).toMatchObject({ code: 1, errors: expect.stringContaining('EADDRINUSE') });
});

describe('a file beyond 200 MiB', () => {
  const type = 'multipart/form-data; boundary=part';
  const tooLarge = { status: 413, code: 'PAYLOAD_TOO_LARGE', detail: 'A file has at most 200 MiB' };

  /** Bytes of memory that the program has. */
  const memoryOf = async (inside: ApiCaller): Promise<number> =>
    Number(/^process_resident_memory_bytes (\S+)$/m.exec(await (await inside.fetch('/metrics')).text())?.[1]);

  /** A form whose size nobody says; each mebibyte is made when it is asked for. */
  function* form(mebibytes: number): Generator<Uint8Array> {
    yield bytesOf('--part\r\ncontent-disposition: form-data; name="file"; filename="large.csv"\r\n\r\n');
    const mebibyte = bytesOf(`well,day\n`.repeat(116_508).slice(0, MEBIBYTE));
    for (let sent = 0; sent < mebibytes; sent += 1) yield mebibyte;
    yield bytesOf('\r\n--part--\r\n');
  }

  const send = async (caller: ApiCaller, mebibytes: number): Promise<unknown> => {
    const pieces = form(mebibytes);
    const response = await caller.fetch('/imports/production', {
      method: 'POST',
      headers: { 'content-type': type },
      body: new ReadableStream({
        pull: (stream) => {
          const { done, value } = pieces.next();
          if (done === true) stream.close();
          else stream.enqueue(value);
        },
      }),
      duplex: 'half',
    } as RequestInit);
    return response.json();
  };

  test('is refused before a byte of it is read, where it says how large it is', async () => {
    const { caller } = await start();
    const headers = {
      authorization: `Bearer ${caller.accessToken ?? ''}`,
      'content-type': type,
      'content-length': 300 * MEBIBYTE,
    };
    const sending = request(`${caller.baseUrl}/imports/production`, { method: 'POST', headers });
    sending.flushHeaders();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(answer))).toMatchObject(tooLarge);
    sending.destroy();
  });

  test.runIf(isDeep)('is refused once more has come, else, and takes a fraction of the memory', async () => {
    const { caller, inside } = await start();
    expect(await send(caller, 8)).toMatchObject({ status: 400 });
    const small = await memoryOf(inside);
    let most = 0;
    const sending = { isOver: false };
    const sent = send(caller, 210).finally(() => (sending.isOver = true));
    while (!sending.isOver) most = Math.max(most, await memoryOf(inside));
    expect(await sent).toMatchObject(tooLarge);
    expect(most - small).toBeLessThan(105 * MEBIBYTE);
  });
});
