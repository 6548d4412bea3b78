/**
 * The process that runs Azurite. It tells its parent when it accepts requests. It ends when its parent lets go of it or dies
 * (the IPC channel closes then).
 *
 * Azurite keeps the list of blobs in memory and writes it out every five seconds; a `kill -9` in between would lose
 * blobs that were acknowledged. So here the answer to a change waits until the list is written, unless `BLOBS_DURABLE` is 0.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlobServerFactory } from 'azurite/dist/src/blob/BlobServerFactory.js';

const READ_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);
const CLOSE_MS = 5_000;

const server = await new BlobServerFactory().createServer();
// Extents hold the bytes that blobs refer to: written first, so that no written blob refers to an unknown one.
const databases = [server.extentMetadataStore.db, server.metadataStore.db];

async function writeOut(): Promise<void> {
  for (const database of databases) {
    await new Promise<void>((resolve, reject) => {
      database.saveDatabase((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
}

function answerAfterWriting(request: IncomingMessage, response: ServerResponse): void {
  if (READ_ONLY.has(request.method ?? '')) return;
  const end = response.end.bind(response);
  response.end = (...args: unknown[]) => {
    writeOut().then(
      () => void Reflect.apply(end, response, args),
      (error: unknown) => {
        process.stderr.write(`The list of blobs could not be written: ${String(error)}\n`);
        response.destroy();
      },
    );
    return response;
  };
}

async function close(): Promise<never> {
  setTimeout(() => process.exit(1), CLOSE_MS).unref();
  await server.close();
  process.exit(0);
}

if (process.env['BLOBS_DURABLE'] !== '0') server.httpServer.prependListener('request', answerAfterWriting);
process.once('disconnect', () => void close());
process.once('SIGTERM', () => void close());
await server.start();
if (process.connected) process.send?.('ready');
else await close();
