import { CONTROLS, THEMES } from '@wellpulse/tokens';

export const oil = THEMES.field.light.oil; // '#07532d'
export const button = CONTROLS.field.coarse.lg; // 60
