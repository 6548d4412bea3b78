/** How a well looks on the map: a shape for each status, so that colour is never the only sign. */
import type { WellStatus } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import type { ColourName } from '@wellpulse/tokens';

export interface MapWell {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  status: WellStatus;
  /** False: the day's entry is missing, which draws a ring around the well. Leave out where it doesn't matter. */
  entered?: boolean;
  /** Open alerts. */
  alertCount?: number;
}

export interface WellShape {
  /** SVG path around (0, 0), about 12 units across. */
  path: string;
  colour: ColourName;
  /** Drawn as an outline. */
  hollow: boolean;
}

export const WELL_SHAPES: Record<WellStatus, WellShape> = {
  ACTIVE: { path: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', colour: 'good', hollow: false },
  SHUT_IN: { path: 'M-5.5 -5.5h11v11h-11z', colour: 'attention', hollow: false },
  INACTIVE: { path: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', colour: 'unknown', hollow: true },
  PLUGGED: { path: 'M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5', colour: 'bad', hollow: true },
};

/** Around a well without the day's entry. */
export const MISSING_RING = { radius: 9.5, dash: [3, 2.2] };
/** Around the chosen well. */
export const SELECTED_RADIUS = 12.5;
/** At the upper right of a well with open alerts. */
export const ALERT_TRIANGLE = 'M7 -12L12 -3.5H2z';
/** The side of the square that holds all of it. */
export const GLYPH_SIZE = 32;

export interface WellLook {
  status: WellStatus;
  missing: boolean;
  alerted: boolean;
  selected: boolean;
}

export function lookOf(well: MapWell, selectedId: string | null): WellLook {
  return {
    status: well.status,
    missing: well.entered === false,
    alerted: (well.alertCount ?? 0) > 0,
    selected: well.id === selectedId,
  };
}

/** "Acme #7, shut in, not entered, 2 alerts": what the glyph shows, in words. */
export function wellSentence({ mapTexts, wellStatusNames }: Words, well: MapWell): string {
  const alerts = well.alertCount ?? 0;
  return [
    well.name,
    wellStatusNames[well.status].toLowerCase(),
    well.entered === false && mapTexts.notEnteredInSentence,
    alerts > 0 && mapTexts.alerts(alerts),
  ]
    .filter(Boolean)
    .join(', ');
}
