/** Height of a row in px, and the padding of its cells. Rows are of one height, so that scrolling never jumps. */
export type Density = 'compact' | 'normal' | 'relaxed';

export const DENSITIES: Record<Density, { height: number; padding: string; text: string }> = {
  compact: { height: 32, padding: 'px-2.5 first:pl-4 last:pr-4', text: 'text-xs' },
  normal: { height: 40, padding: 'px-3 first:pl-4 last:pr-4', text: 'text-sm' },
  relaxed: { height: 52, padding: 'px-4', text: 'text-sm' },
};
