/** Throttles sign-in: wrong passwords are counted by account and by address, in a store that all processes share. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import {
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Catalog } from '../catalog/catalog.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problem-error.ts';

const WINDOW_SECONDS = 15 * 60;
/** A crew shares an address: it may try more often than an account. */
const ADDRESS_FACTOR = 10;

@Injectable()
export class Attempts implements OnModuleDestroy {
  readonly #redis: Redis | undefined;
  readonly #byAccount: RateLimiterAbstract;
  readonly #byAddress: RateLimiterAbstract;

  constructor(@Inject(SETTINGS) settings: Settings, @Inject(Catalog) catalog: Catalog) {
    this.#redis = settings.redisUrl === undefined ? undefined : openRedis(settings.redisUrl);
    const limiter = (keyPrefix: string, points: number): RateLimiterAbstract =>
      this.#redis === undefined
        ? new RateLimiterPostgres({
            storeClient: catalog.pool,
            tableName: 'rate_limits',
            tableCreated: true,
            clearExpiredByTimeout: false,
            keyPrefix,
            points,
            duration: WINDOW_SECONDS,
          })
        : new RateLimiterRedis({ storeClient: this.#redis, keyPrefix, points, duration: WINDOW_SECONDS });
    this.#byAccount = limiter('sign-in-account', settings.signInAttempts);
    this.#byAddress = limiter('sign-in-address', settings.signInAttempts * ADDRESS_FACTOR);
  }

  /** Counts an attempt before it is made; throws `TOO_MANY_REQUESTS` with the seconds to wait. */
  async begin(account: string, address: string): Promise<void> {
    try {
      await this.#byAccount.consume(shortKey(account));
      await this.#byAddress.consume(shortKey(address));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw this.#storeFailure(reason);
      throw new ProblemError('TOO_MANY_REQUESTS', {
        detail: 'Too many wrong passwords. Wait, then try again',
        retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)),
      });
    }
  }

  /** The attempt was right: it does not count. */
  async succeeded(account: string, address: string): Promise<void> {
    await this.#byAccount.delete(shortKey(account));
    await this.#byAddress.reward(shortKey(address), 1);
  }

  onModuleDestroy(): void {
    this.#redis?.disconnect();
  }

  /** What fails in PostgreSQL is told like any other failure there. */
  #storeFailure(reason: unknown): unknown {
    if (this.#redis === undefined) return reason;
    return new ProblemError('UNAVAILABLE', { retryAfterSeconds: 5 });
  }
}

/**
 * Keys have a limited length, which what a caller (or a proxy in between) says has not; and e-mail addresses need not
 * stand in yet another table.
 */
const shortKey = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** Connects with the first attempt, and says soon if there is no answer: a sign-in should not hang on it. */
function openRedis(url: string): Redis {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 3_000 });
  // Whoever asks hears of it; the event itself must only not end the process.
  redis.on('error', () => undefined);
  return redis;
}
