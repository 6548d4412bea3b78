/** What a large production chart makes of daily volumes: running totals, and columns for a logarithmic axis. */
import type { DailyVolumes } from '@wellpulse/forms';

/** Running totals. A day without a record adds nothing; before the first value there is no total. */
export function toCumulative(volumes: readonly (number | null)[]): (number | null)[] {
  let hundredths: number | null = null;
  return volumes.map((volume) => {
    if (volume !== null) hundredths = (hundredths ?? 0) + Math.round(volume * 100);
    return hundredths === null ? null : hundredths / 100;
  });
}

export function cumulated(daily: DailyVolumes): DailyVolumes {
  const { OIL, GAS, WATER } = daily.volumes;
  return {
    ...daily,
    volumes: { OIL: toCumulative(OIL), GAS: toCumulative(GAS), WATER: toCumulative(WATER) },
  };
}

/** Where zeros stand on a logarithmic axis: the power of ten at or below the smallest positive value. */
export function logFloor(columns: readonly (readonly (number | null)[])[]): number {
  let smallest = Infinity;
  for (const column of columns) {
    for (const value of column) if (value !== null && value > 0 && value < smallest) smallest = value;
  }
  return smallest === Infinity ? 1 : 10 ** Math.floor(Math.log10(smallest));
}

/** A column for a logarithmic axis: zeros raised to its floor, nulls left as gaps. */
export function raisedTo(floor: number, column: readonly (number | null)[]): (number | null)[] {
  return column.map((value) => (value === null ? null : Math.max(value, floor)));
}
