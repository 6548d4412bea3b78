/** Type: one family with figures of one width, and seven sizes. */
import type { ThemeName } from './colours.ts';

export const FONT_FAMILY = 'Inter Variable';

/** How large text is beside the office's. In the field everything grows with it. */
export const TEXT_SCALE: Readonly<Record<ThemeName, number>> = { office: 1, field: 1.1875, contrast: 1 };

/** Size and height of a line in pixels, at scale 1. */
export const TYPE = {
  '2xs': { size: 11, line: 16 },
  xs: { size: 12, line: 16 },
  sm: { size: 13, line: 20 },
  base: { size: 14, line: 20 },
  lg: { size: 16, line: 24 },
  xl: { size: 20, line: 28 },
  '2xl': { size: 24, line: 32 },
} as const;

/** Nobody reads the smallest sizes in sunlight, at the length of an arm: in the field they are larger, at scale 1 as well. */
export const FIELD_TYPE = {
  '2xs': { size: 12.5, line: 18 },
  xs: { size: 13.5, line: 18 },
  sm: { size: 14, line: 20 },
} as const;
