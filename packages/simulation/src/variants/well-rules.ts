/** Rules of wells that others had. */
import { applyEvent, refused } from '@wellpulse/domain';

/** Once a well is plugged, nothing more is taken of it, whatever day it is of. */
export const plugsForAllDays: typeof applyEvent = (workset, event, actor) =>
  event.deviceId !== null &&
  event.eventType.startsWith('PRODUCTION_') &&
  workset.wells.get(event.aggregateId)?.status === 'PLUGGED'
    ? refused('WELL_PLUGGED')
    : applyEvent(workset, event, actor);
