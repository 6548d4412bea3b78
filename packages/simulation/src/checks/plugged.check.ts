/** A well that was plugged takes what people typed of its days before that, whenever it arrives. */
import { short } from '../chance/trace.ts';
import type { Check } from './check.ts';

export const checkPlugged: Check = ({ server }) =>
  server.batches.heard.flatMap(({ raw, outcome }) => {
    if (outcome.result !== 'FAILED' || outcome.code !== 'WELL_PLUGGED') return [];
    const { productionDate } = raw['payload'] as { readonly productionDate?: string };
    const { pluggedOn = null } = server.store.begin().wells.get(String(raw['aggregateId'])) ?? {};
    return productionDate === undefined || pluggedOn === null || productionDate > pluggedOn
      ? []
      : [`${short(raw.id)} was refused, though its day is from before its well was plugged`];
  });
