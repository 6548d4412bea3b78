import type { Worker } from 'node:worker_threads';
import { z } from 'zod';

const answerSchema = z.object({ id: z.number(), key: z.instanceof(Uint8Array) });

/**
 * Derives keys in the worker of `argon2.worker.ts`, one that lasts as long as the program.
 *
 * @example
 * const derive = deriveInWorker(createWorker({}));
 */
export function deriveInWorker(worker: Worker): (secret: string, salt: Uint8Array) => Promise<Uint8Array> {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let last = 0;
  worker.on('message', (message: unknown) => {
    const { id, key } = answerSchema.parse(message);
    waiting.get(id)?.resolve(key);
    waiting.delete(id);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  worker.unref();
  return (secret, salt) => {
    last += 1;
    const answer = Promise.withResolvers<Uint8Array>();
    waiting.set(last, answer);
    worker.postMessage({ id: last, secret, salt });
    return answer.promise;
  };
}
