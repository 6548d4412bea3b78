/** The rules of WellPulse, pure: they read no clock, no network and no disk. */
export * from './alerts/alert.rules.ts';
export * from './calendar.ts';
export * from './equipment/equipment-name.ts';
export * from './equipment/equipment.rules.ts';
export * from './imports/date-format.ts';
export * from './imports/volume-reader.ts';
export * from './maintenance/next-maintenance.ts';
export * from './photos/photo.rules.ts';
export * from './production/variance.ts';
export * from './sync/signed-text.ts';
export * from './volumes.ts';
export * from './write-path/apply.ts';
export * from './write-path/decision.ts';
export * from './write-path/event.ts';
export * from './write-path/needs.ts';
export * from './write-path/table.ts';
export * from './write-path/workset.ts';
