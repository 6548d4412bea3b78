import type { RouteStop } from '../../../shared/bridge/records.ts';

/** The wells of the person at the laptop; all of them for who has none. */
export const ownStops = (stops: readonly RouteStop[]): readonly RouteStop[] => {
  const own = stops.filter(({ isMine }) => isMine);
  return own.length === 0 ? stops : own;
};
