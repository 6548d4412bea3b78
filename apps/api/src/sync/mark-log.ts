import { DEVICE_HEADER, LINEAGE_HEADER, LOG_HEADER } from '@wellpulse/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { isRetiring } from '../devices/device.queries.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { LineageService } from '../lineage/lineage.service.ts';
import { PhotoMarks } from '../photos/photo-marks.ts';

/** What the device keeps, to show it with its next request; and whether it is to retire. */
export async function markLog(response: Response, lineages: LineageService, caller: Caller): Promise<void> {
  const { mark, lineage } = await lineages.markOf(caller.database);
  response.setHeader(LOG_HEADER, mark);
  response.setHeader(LINEAGE_HEADER, lineage);
  if (await isRetiring(caller.database.db, caller.deviceId)) response.setHeader(DEVICE_HEADER, 'RETIRING');
}

/**
 * The same after a photo was stored, which is later than the sync before. If the row is gone that the request shows, the device keeps its
 * mark. It proves the restore with the next sync request.
 */
@Injectable()
export class LogPhotoMarks extends PhotoMarks {
  constructor(@Inject(LineageService) private readonly lineages: LineageService) {
    super();
  }

  async mark(response: Response, caller: Caller, request: ApiRequest): Promise<void> {
    if (await this.lineages.holdsShownMark(caller, request)) await markLog(response, this.lineages, caller);
  }
}
