import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import {
  endpoints,
  type DaySheet,
  type EndpointAnswer,
  type EndpointInput,
  type ProductionRecord,
  type ProductionSeries,
  type ProductionSummary,
  wholeList,
} from '@wellpulse/contracts';
import type { PhotoRow } from '@wellpulse/domain';
import type { Request, Response } from 'express';
import { readProductionHistory } from '../audit/history.queries.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input, Params } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { PhotoLinks } from '../photos/photo-links.ts';
import { findPhotos } from '../photos/photo.queries.ts';
import { readToday } from '../tenant/settings.queries.ts';
import { readWell, requireWell } from '../wells/well.queries.ts';
import { readBulkEntries } from './bulk-entries.ts';
import { productionCsv } from './production-csv.ts';
import {
  allProduction,
  findByDay,
  findById,
  listProduction,
  readDaySheet,
  readSeries,
  readSummary,
} from './production.queries.ts';
import { ProductionService } from './production.service.ts';

const { production } = endpoints;

const byAge = (left: PhotoRow, right: PhotoRow): number =>
  left.createdAt.localeCompare(right.createdAt) || left.id.localeCompare(right.id);

@Controller()
export class ProductionController {
  constructor(
    @Inject(ProductionService) private readonly service: ProductionService,
    @Inject(PhotoLinks) private readonly links: PhotoLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(production.create)
  async create(
    @Input() { params, body }: EndpointInput<typeof production.create>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProductionRecord> {
    const record = await this.service.create(caller, params.wellId, body);
    response.location(`/wells/${record.wellId}/production/${record.productionDate}`);
    return record;
  }

  /** The body is read entry by entry in the service, so that the answer can name every bad one. */
  @Endpoint(production.createBulk)
  async createBulk(
    @Params() params: EndpointInput<typeof production.createBulk>['params'],
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof production.createBulk>> {
    await requireWell(caller.database.db, params.wellId);
    return { items: await this.service.createBulk(caller, params.wellId, readBulkEntries(body)) };
  }

  @Endpoint(production.list)
  async list(
    @Input() { params, query }: EndpointInput<typeof production.list>,
    @CurrentCaller() { database }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EndpointAnswer<typeof production.list> | string> {
    const well = await readWell(database.db, params.wellId);
    const wantsCsv = query.format === 'csv' || request.accepts(['json', 'text/csv']) === 'text/csv';
    if (!wantsCsv) return listProduction(database.db, well.id, query);
    response.type('text/csv; charset=utf-8').attachment(`${well.apiNumber}-production.csv`);
    return productionCsv(await allProduction(database.db, well.id, query));
  }

  @Endpoint(production.summary)
  async summary(
    @Input() { params, query }: EndpointInput<typeof production.summary>,
    @CurrentCaller() { database }: Caller,
  ): Promise<ProductionSummary> {
    await requireWell(database.db, params.wellId);
    return readSummary(database.db, params.wellId, query, query.by);
  }

  @Endpoint(production.series)
  async series(
    @Input() { params, query }: EndpointInput<typeof production.series>,
    @CurrentCaller() { database }: Caller,
  ): Promise<ProductionSeries> {
    await requireWell(database.db, params.wellId);
    return readSeries(database.db, params.wellId, query);
  }

  @Endpoint(production.history)
  async history(
    @Input() { params }: EndpointInput<typeof production.history>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof production.history>> {
    await requireWell(database.db, params.wellId);
    return wholeList(await readProductionHistory(database.db, params.wellId, params.id));
  }

  @Endpoint(production.photos)
  async photos(
    @Input() { params }: EndpointInput<typeof production.photos>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof production.photos>> {
    const { db } = caller.database;
    await requireWell(db, params.wellId);
    const { wellId, photoHashes } = await findById(db, params.wellId, params.id);
    const photos = await findPhotos(db, { kind: 'WELL', id: wellId }, photoHashes);
    const oldestFirst = photos.toSorted(byAge);
    return wholeList(await this.links.of(caller, oldestFirst));
  }

  @Endpoint(production.get)
  async get(
    @Input() { params }: EndpointInput<typeof production.get>,
    @CurrentCaller() { database }: Caller,
  ): Promise<ProductionRecord> {
    await requireWell(database.db, params.wellId);
    return findByDay(database.db, params.wellId, params.date);
  }

  @Endpoint(production.update)
  async update(
    @Input() { params, body }: EndpointInput<typeof production.update>,
    @CurrentCaller() caller: Caller,
  ): Promise<ProductionRecord> {
    await requireWell(caller.database.db, params.wellId);
    return this.service.update(caller, params.wellId, params.id, body);
  }

  @Endpoint(production.remove)
  async remove(
    @Input() { params }: EndpointInput<typeof production.remove>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await requireWell(caller.database.db, params.wellId);
    await this.service.remove(caller, params.wellId, params.id);
  }

  @Endpoint(production.daySheet)
  async daySheet(
    @Input() { query }: EndpointInput<typeof production.daySheet>,
    @CurrentCaller() { database }: Caller,
  ): Promise<DaySheet> {
    const date = query.date ?? (await readToday(database.db, this.clock));
    return readDaySheet(database.db, date, query.route);
  }
}
