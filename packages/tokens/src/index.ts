/** Colours, sizes and type of every WellPulse screen: pages take them as `tokens.css`, native screens as they are. */
export { COLOUR_NAMES, THEMES, type ColourName, type Colours, type ThemeName } from './colours.ts';
export { tokensCss } from './css.ts';
export { CONTROLS, FIELD_GAP, RADII, type ControlSizes } from './sizes.ts';
export { FONT_FAMILY, TEXT_SCALE, TYPE } from './type.ts';
