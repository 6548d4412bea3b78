import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Failure, runMain } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';

/** What the app asks of the stack; all else is the app itself. */
const OF_THE_STACK = /^\/(?:api|blob)\//;

/**
 * One origin for a browser, as the app has it when it is built: the bundler's, with the stack's addresses below it.
 *
 * @param {string} stack
 * @param {string} bundler
 */
function oneOrigin(stack, bundler) {
  const server = createServer((incoming, response) => {
    const { url = '/', method, headers } = incoming;
    const target = new URL(url, OF_THE_STACK.test(url) ? stack : bundler);
    const passed = request(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.writeHead(503).end());
    incoming.pipe(passed);
  });
  // Changes of the sources reach the browser through this.
  server.on('upgrade', (incoming, socket, head) => {
    const { hostname, port } = new URL(bundler);
    const lines = incoming.rawHeaders.map((text, at) => (at % 2 === 0 ? `\r\n${text}: ` : text)).join('');
    const upstream = connect(Number(port), hostname, () => {
      upstream.write(`GET ${String(incoming.url)} HTTP/1.1${lines}\r\n\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  return server;
}

await runMain(async () => {
  const [stack = '', given = ''] = process.argv.slice(2);
  if (!URL.canParse(stack)) throw new Failure(`"${stack}" is no address: give that of the ready line.`);
  const port = Number(given);
  const bundler = `http://localhost:${String(port + 1)}`;
  const server = oneOrigin(stack, bundler).listen(port);
  await once(server, 'listening').catch(() => {
    throw new Failure(`Port ${given} is taken: give another one with --port.`);
  });
  console.log(`In a browser: http://localhost:${given} (entries go to ${stack})`);
  const args = [packageFile('expo', 'bin/cli'), 'start', '--port', String(port + 1)];
  const child = spawn(stackNode, args, {
    cwd: join(root, 'apps', 'mobile'),
    env: { ...stackEnvironment(), EXPO_NO_TELEMETRY: '1' },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  server.closeAllConnections();
  server.close();
  return code ?? 0;
});
