export * from './day.ts';
export * from './equipment.ts';
export * from './instant.ts';
export * from './location.ts';
export * from './percent.ts';
export * from './quantity.ts';
export * from './volume.ts';
