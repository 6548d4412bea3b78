import { DEVICE_HEADER, LINEAGE_HEADER, LOG_HEADER } from '@wellpulse/contracts';
import type { Response } from 'express';
import { isRetiring } from '../devices/device.queries.ts';
import type { Caller } from '../http/request.ts';
import type { LineageService } from '../lineage/lineage.service.ts';

/** What the device keeps, to show it with its next request; and whether it is to retire. */
export async function markLog(response: Response, lineages: LineageService, caller: Caller): Promise<void> {
  const { mark, lineage } = await lineages.markOf(caller.database);
  response.setHeader(LOG_HEADER, mark);
  response.setHeader(LINEAGE_HEADER, lineage);
  if (await isRetiring(caller.database.db, caller.deviceId)) response.setHeader(DEVICE_HEADER, 'RETIRING');
}
