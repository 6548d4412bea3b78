import { Controller, Inject, Req } from '@nestjs/common';
import { endpoints, type EndpointInput, type SyncAnswer, type SyncChanges } from '@wellpulse/contracts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { recordSession } from '../devices/device.queries.ts';
import { BodyBudgets } from '../http/body-budget.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoint.decorators.ts';
import { idempotencyKey } from '../http/idempotency-key.ts';
import { RateLimiters, type RateLimiter } from '../http/rate-limiters.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { ConcurrencyLimit } from '../http/concurrency-limit.ts';
import { readChanges } from './changes.queries.ts';
import { InlinePhotos } from './inline-photos.ts';
import { announcedBytes, parseBatch, readBytes } from './read-body.ts';
import { SyncService } from './sync.service.ts';

const { sync } = endpoints;

/** A large body takes several times its size while it is parsed. */
const BATCHES_AT_ONCE = 4;

@Controller()
export class SyncController {
  readonly #limiter: RateLimiter;
  readonly #limit = new ConcurrencyLimit(BATCHES_AT_ONCE);

  constructor(
    @Inject(SyncService) private readonly service: SyncService,
    @Inject(InlinePhotos) private readonly photos: InlinePhotos,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BodyBudgets) private readonly budgets: BodyBudgets,
    @Inject(RateLimiters) limiters: RateLimiters,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.#limiter = limiters.of({
      name: 'sync-batch',
      count: settings.syncBatchesPerMinute,
      seconds: 60,
      detail: 'Too many batches within a minute. Wait, then send again',
    });
  }

  @Endpoint(sync.batch)
  async batch(@Req() request: ApiRequest, @CurrentCaller() caller: Caller): Promise<SyncAnswer> {
    const key = idempotencyKey(request);
    await this.#limiter.consume(`${caller.tenant.id}:${caller.user.id}`);
    return this.budgets.of(sync.batch.access).hold(announcedBytes(request), async () => {
      const bytes = await readBytes(request);
      const { answer, photos } = await this.#limit.run(async () => {
        const body = parseBatch(bytes);
        return { answer: await this.service.acceptBatch(caller, key, body), photos: body.batch.photos ?? [] };
      });
      // Their storage may be slow or away, which must not keep other devices' entries waiting for a slot.
      await this.photos.take(caller, photos);
      return answer;
    });
  }

  @Endpoint(sync.changes)
  async changes(
    @Input() { query }: EndpointInput<typeof sync.changes>,
    @CurrentCaller() caller: Caller,
  ): Promise<SyncChanges> {
    const now = this.clock.now();
    await recordSession(caller.database.db, caller.sessionId, now);
    return readChanges(caller, query, now);
  }
}
