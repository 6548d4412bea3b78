/** The worker in which a secret becomes a key: the program goes on answering meanwhile. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { deriveByArgon2 } from './argon2.ts';

const askedSchema = z.object({ id: z.number(), secret: z.string(), salt: z.instanceof(Uint8Array) });

parentPort?.on('message', (message: unknown) => {
  const { id, secret, salt } = askedSchema.parse(message);
  void deriveByArgon2(secret, salt).then((key) => parentPort?.postMessage({ id, key }));
});
