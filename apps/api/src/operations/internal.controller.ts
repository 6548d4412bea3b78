/** For those who run WellPulse, on the port for them alone: is it ready, and how is it doing. */
import { Controller, Get, Inject, Res, UseGuards } from '@nestjs/common';
import { message } from '@wellpulse/contracts';
import type { Response } from 'express';
import { Catalog } from '../catalog/catalog.ts';
import { isDemoComplete } from '../catalog/demo-tenants.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { logAheadSeconds, registry } from '../http/metrics.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { BlobStorage, type StorageState } from '../photos/blob-storage.ts';
import { ClockWatch, type ClockState } from '../write-path/clock-watch.ts';
import { InsideOnly } from './internal-server.ts';

@Controller()
@UseGuards(InsideOnly)
export class InternalController {
  constructor(
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ClockWatch) private readonly watch: ClockWatch,
  ) {}

  /**
   * The process can do its work: the catalog's database answers, and the demo tenants are complete where there are to
   * be some. Without the photo storage it is ready all the same:
   * readings must go on being taken, and another process would not reach the storage either. So it is with a clock that jumped.
   */
  @Get('/ready')
  async ready(): Promise<{ status: string; photoStorage: StorageState; clock: ClockState }> {
    await this.catalog.pool.query('select 1 from tenants limit 1');
    if (this.settings.demo && !(await isDemoComplete(this.catalog))) {
      throw new ProblemError('UNAVAILABLE', { detail: message('demoUnderWay') });
    }
    return { status: 'ready', photoStorage: await this.storage.state(), clock: this.watch.state() };
  }

  @Get('/metrics')
  async metrics(@Res() response: Response): Promise<void> {
    logAheadSeconds.set(this.watch.aheadSeconds());
    response.type(registry.contentType).send(await registry.metrics());
  }
}
