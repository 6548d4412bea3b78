import { DEVICE_HEADER, LINEAGE_HEADER, LOG_HEADER } from '@wellpulse/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { isRetiring } from '../devices/device.queries.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { LineageService } from '../lineage/lineage.service.ts';
import { PhotoMarks } from '../photos/photo-marks.ts';

/**
 * Says what the device keeps, to show it with its next request; and whether it is to retire. `shows` is the mark of this request. If
 * its row is gone by now, nothing is said of the log.
 */
export async function markLog(
  response: Response,
  lineages: LineageService,
  caller: Caller,
  shows?: string,
): Promise<void> {
  const newest = await lineages.markOf(caller.database, shows);
  if (newest !== null) {
    response.setHeader(LOG_HEADER, newest.mark);
    response.setHeader(LINEAGE_HEADER, newest.lineage);
  }
  if (await isRetiring(caller.database.db, caller.deviceId)) response.setHeader(DEVICE_HEADER, 'RETIRING');
}

/** The same after a photo was stored, which is later than the sync before. */
@Injectable()
export class LogPhotoMarks extends PhotoMarks {
  constructor(@Inject(LineageService) private readonly lineages: LineageService) {
    super();
  }

  mark(response: Response, caller: Caller, request: ApiRequest): Promise<void> {
    return markLog(response, this.lineages, caller, request.get(LOG_HEADER));
  }
}
