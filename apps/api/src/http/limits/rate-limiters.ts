/**
 * Limits that all API processes share: counted in Redis where there is one, else in the catalog's database. The library counts in the windows of
 * `countIn`, to which a test holds it (ADR 59).
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import { secondsToWait } from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import {
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Catalog } from '../../catalog/catalog.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ProblemError } from '../problems/problem-error.ts';

export interface Limit {
  /** Tells the counters of one limit from those of another. */
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
  /** What a caller is told who went beyond. */
  readonly detail: string;
}

const MINUTE_MS = 60_000;
/** More than a process can count within a minute. */
const MOST_AT_ONCE = 50_000;

@Injectable()
export class RateLimiters implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #redis: Redis | undefined;
  #longestMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(Catalog) private readonly catalog: Catalog,
  ) {
    this.#redis = settings.redisUrl === undefined ? undefined : openRedis(settings.redisUrl);
  }

  of(limit: Limit): RateLimiter {
    this.#longestMs = Math.max(this.#longestMs, limit.seconds * 1000);
    const counts = { keyPrefix: limit.name, points: limit.count, duration: limit.seconds };
    return this.#redis === undefined
      ? new RateLimiter(
          limit,
          new RateLimiterPostgres({
            ...counts,
            storeClient: this.catalog.pool,
            tableName: 'rate_limits',
            tableCreated: true,
            clearExpiredByTimeout: false,
          }),
          // What fails in PostgreSQL is told like any other failure there.
          (reason) => reason,
        )
      : new RateLimiter(
          limit,
          new RateLimiterRedis({ ...counts, storeClient: this.#redis }),
          () => new ProblemError('UNAVAILABLE', { retryAfterSeconds: 5 }),
        );
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      // What fails now is deleted with the next ones.
      void this.deleteExpired().catch(() => undefined);
    }, MINUTE_MS).unref();
  }

  /**
   * Deletes counts whose time is over, or ends later than any can: those began while the clock was ahead. Each is deleted by one process,
   * and none waits for another. Redis does so itself, by its own clock.
   */
  async deleteExpired(): Promise<void> {
    await this.catalog.pool.query(
      `delete from rate_limits where key in
        (select key from rate_limits where expire <= $1 or expire > $2
          order by expire limit $3 for update skip locked)`,
      [Date.now(), Date.now() + this.#longestMs + MINUTE_MS, MOST_AT_ONCE],
    );
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
    this.#redis?.disconnect();
  }
}

export class RateLimiter {
  readonly #limit: Limit;
  readonly #store: RateLimiterAbstract;
  readonly #toFailure: (reason: unknown) => unknown;

  constructor(limit: Limit, store: RateLimiterAbstract, toFailure: (reason: unknown) => unknown) {
    this.#limit = limit;
    this.#store = store;
    this.#toFailure = toFailure;
  }

  /** Counts one; throws `TOO_MANY_REQUESTS` with the seconds to wait. */
  async consume(key: string): Promise<void> {
    try {
      await this.#store.consume(shortKey(key));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw this.#toFailure(reason);
      throw new ProblemError('TOO_MANY_REQUESTS', {
        detail: this.#limit.detail,
        retryAfterSeconds: this.#secondsToWait(reason),
      });
    }
  }

  #secondsToWait({ msBeforeNext, consumedPoints }: RateLimiterRes): number {
    return secondsToWait({ endsAt: msBeforeNext, count: consumedPoints }, 0, this.#limit.count) ?? 1;
  }

  /** Starts a key's count anew. */
  async reset(key: string): Promise<void> {
    await this.#store.delete(shortKey(key));
  }

  /** How many are counted for a key. */
  async countOf(key: string): Promise<number> {
    try {
      return (await this.#store.get(shortKey(key)))?.consumedPoints ?? 0;
    } catch (reason) {
      throw this.#toFailure(reason);
    }
  }

  /** Counts one, however many there are. */
  async add(key: string): Promise<void> {
    await this.#store.penalty(shortKey(key), 1);
  }

  /** Counts one less. */
  async subtract(key: string): Promise<void> {
    await this.#store.reward(shortKey(key), 1);
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
  // The caller hears of it; the event itself must only not end the process.
  redis.on('error', () => undefined);
  return redis;
}
