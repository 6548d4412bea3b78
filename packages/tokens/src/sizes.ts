/** Sizes, on a grid of 4 pixels. */
import type { ThemeName } from './colours.ts';

/** Heights of controls in pixels, at the usual size of text. */
export interface ControlSizes {
  readonly sm: number;
  readonly md: number;
  readonly lg: number;
}

/** By pointer: a mouse, or a finger. */
const OFFICE_CONTROLS = { fine: { sm: 28, md: 32, lg: 40 }, coarse: { sm: 36, md: 40, lg: 44 } };

/** Hands in gloves: a box is 50 high and a button 60, whatever points at it. */
const FIELD_CONTROLS: ControlSizes = { sm: 50, md: 50, lg: 60 };

export const CONTROLS: Readonly<Record<ThemeName, Readonly<Record<'fine' | 'coarse', ControlSizes>>>> = {
  office: OFFICE_CONTROLS,
  field: { fine: FIELD_CONTROLS, coarse: FIELD_CONTROLS },
  contrast: OFFICE_CONTROLS,
};

/** Between two things that can be pressed, in pixels. */
export const FIELD_GAP = 20;

/** Radii of corners, in pixels. */
export const RADII = { sm: 4, md: 6, lg: 8, xl: 12 } as const;
