import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { limitBodyTime } from './body-time.ts';

const DRIP_MS = 5;
let server: Server | undefined;
const dripping = new Set<NodeJS.Timeout>();

afterEach(() => {
  for (const timer of dripping) clearInterval(timer);
  dripping.clear();
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<Socket> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const socket = connect((started.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

/** Sends a head that announces a body, and then a byte now and then for ever. Answers what came back by its end. */
function drip(socket: Socket, head = 'content-length: 100000'): Promise<string> {
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n`);
  const timer = setInterval(() => socket.write(head.startsWith('transfer') ? '1\r\nx\r\n' : 'x'), DRIP_MS);
  dripping.add(timer);
  return new Promise((resolve) => {
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => {
      clearInterval(timer);
      resolve(answer);
    });
  });
}

describe('a body that drips', () => {
  it.each(['content-length: 100000', 'transfer-encoding: chunked'])(
    'is answered 408 and cut off: %s',
    async (head) => {
      const socket = await listen((request, response) => {
        limitBodyTime(request, response, 50);
        request.resume();
      });
      expect(await drip(socket, head)).toMatch(/^HTTP\/1\.1 408 /);
    },
  );

  it('is cut off although nobody reads it', async () => {
    const socket = await listen((request, response) => {
      limitBodyTime(request, response, 50);
    });
    expect(await drip(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is cut off soon after its answer, on a route that would give it an hour', async () => {
    const socket = await listen((request, response) => {
      limitBodyTime(request, response, 3_600_000, 50);
      response.writeHead(401).end();
    });
    expect(await drip(socket)).toMatch(/^HTTP\/1\.1 401 /);
  });
});

it('leaves a whole body in peace, and the connection for the next one', async () => {
  const socket = await listen((request, response) => {
    limitBodyTime(request, response, 30, 10);
    request.resume().once('end', () => {
      setTimeout(() => response.end('late'), 80);
    });
  });
  const answers = new Promise<string>((resolve) => {
    let all = '';
    socket.on('data', (chunk) => {
      all += chunk.toString();
      if (all.split('late').length === 3) resolve(all);
      else if (all.endsWith('late\r\n0\r\n\r\n') || all.endsWith('late')) send();
    });
  });
  const send = () => socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nxy');
  send();
  expect((await answers).match(/ 200 OK/g)).toHaveLength(2);
});
