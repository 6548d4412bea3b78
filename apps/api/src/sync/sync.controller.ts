import { Controller, Inject, Req } from '@nestjs/common';
import { endpoints, type EndpointInput, type SyncAnswer, type SyncChanges } from '@wellpulse/contracts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoint.decorators.ts';
import { RateLimiters, type RateLimiter } from '../http/rate-limiters.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { Slots } from '../http/slots.ts';
import { readChanges } from './changes.query.ts';
import { InlinePhotos } from './inline-photos.ts';
import { idempotencyKey, readBatchBody } from './read-body.ts';
import { SyncService } from './sync.service.ts';

const { sync } = endpoints;

/** A large body takes several times its size while it is parsed; whoever comes later waits on the wire. */
const BODIES_AT_ONCE = 4;

@Controller()
export class SyncController {
  readonly #limiter: RateLimiter;
  readonly #bodies = new Slots(BODIES_AT_ONCE);

  constructor(
    @Inject(SyncService) private readonly service: SyncService,
    @Inject(InlinePhotos) private readonly photos: InlinePhotos,
    @Inject(CLOCK) private readonly clock: Clock,
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
    return this.#bodies.run(async () => {
      const body = await readBatchBody(request);
      const answer = await this.service.take(caller, key, body);
      await this.photos.take(caller, body.batch.photos ?? []);
      return answer;
    });
  }

  @Endpoint(sync.changes)
  changes(
    @Input() { query }: EndpointInput<typeof sync.changes>,
    @CurrentCaller() caller: Caller,
  ): Promise<SyncChanges> {
    return readChanges(caller, query, this.clock.now());
  }
}
