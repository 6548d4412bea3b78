/** What a key does in a focused chart. */

export type ChartKey = { move: number } | { zoom: number } | 'reset' | 'leave';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 };

/** Null for a key that the chart leaves to the page. Shift makes an arrow go a week. */
export function chartKey(event: { key: string; shiftKey: boolean }): ChartKey | null {
  const step = STEPS[event.key];
  if (step !== undefined) return { move: event.shiftKey && Math.abs(step) === 1 ? step * 7 : step };
  if (event.key === 'Home') return { move: -Infinity };
  if (event.key === 'End') return { move: Infinity };
  if (event.key === '+' || event.key === '=') return { zoom: 0.5 };
  if (event.key === '-') return { zoom: 2 };
  if (event.key === '0') return 'reset';
  if (event.key === 'Escape') return 'leave';
  return null;
}

/** The window `factor` times as wide around `centre`, within `first` and `last` and of two days at least. */
export function zoomedWindow(
  window: { min: number; max: number },
  factor: number,
  centre: number,
  first: number,
  last: number,
): { min: number; max: number } {
  const span = Math.max(2 * 86_400, (window.max - window.min) * factor);
  if (span >= last - first) return { min: first, max: last };
  const min = Math.min(Math.max(first, centre - span / 2), last - span);
  return { min, max: min + span };
}
