import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { pageOf, pageQuery } from '../fields/lists.ts';
import {
  leaveOutSchema,
  recoveredLineSchema,
  recoveredOfferedSchema,
  recoveredOfferSchema,
  takenOverSchema,
  takeOverSchema,
} from './recovered.ts';

const tag = 'Sync';

/** Records that a server lost when it was put back, and that a device had pulled. */
export const recoveredEndpoints = {
  offerRecovered: endpoint({
    method: 'POST',
    path: '/sync/recovered',
    forDevices: 'WHATEVER_ROLE',
    access: 'ENTER',
    summary:
      'After the server was put back: records that a device had pulled and that no event of a device brings again. Nothing of it is applied',
    tag,
    body: recoveredOfferSchema,
    status: 200,
    answer: recoveredOfferedSchema,
    problems: ['DEVICE_MISMATCH', 'LOG_REPLACED', 'PAYLOAD_TOO_LARGE'],
  }),
  recovered: endpoint({
    method: 'GET',
    path: '/sync/recovered',
    access: 'MANAGE',
    summary:
      'Lost states of records beside what stands: wells first, then equipment, maintenance, and readings by their days. Of each record the newest comes first. A page may hold fewer than `limit`',
    tag,
    query: z.object(pageQuery),
    status: 200,
    answer: pageOf(recoveredLineSchema),
  }),
  takeOver: endpoint({
    method: 'POST',
    path: '/sync/recovered/take-over',
    access: 'MANAGE',
    summary:
      'Record lost states of records anew, as changes of the caller. Of one record one state a request: the newest that is named',
    tag,
    body: takeOverSchema,
    status: 200,
    answer: takenOverSchema,
  }),
  leaveOut: endpoint({
    method: 'POST',
    path: '/sync/recovered/leave-out',
    access: 'MANAGE',
    summary: 'Leave lost states of records out for good. Other states of the same record stay',
    tag,
    body: leaveOutSchema,
    status: 204,
    answer: null,
  }),
};
