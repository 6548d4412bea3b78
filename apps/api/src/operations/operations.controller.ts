/** For those who run WellPulse: is it alive, is it ready, how is it doing, what does it offer. */
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { buildOpenApi, message } from '@wellpulse/contracts';
import type { Response } from 'express';
import { Catalog } from '../catalog/catalog.ts';
import { isDemoComplete } from '../catalog/demo-tenants.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { VERSION } from '../config/version.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { BlobStorage, type StorageState } from '../photos/blob-storage.ts';
import { docsPage } from '../http/docs-page.ts';
import { logAheadSeconds, registry } from '../http/metrics.ts';
import { ClockWatch, type ClockState } from '../write-path/clock-watch.ts';

/** Made when it is first asked for: it takes a tenth of a start, and each command at the terminal is one. */
let openApi: string | undefined;

@Controller()
export class OperationsController {
  constructor(
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ClockWatch) private readonly watch: ClockWatch,
  ) {}

  /** The process answers. */
  @Get('/health')
  health(): { status: string; version: string } {
    return { status: 'ok', version: VERSION };
  }

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

  @Get('/openapi.json')
  @Header('content-type', 'application/json')
  openApi(): string {
    return (openApi ??= JSON.stringify(buildOpenApi(VERSION)));
  }

  @Get('/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
  )
  docs(): string {
    return docsPage;
  }
}
