export * from './day.ts';
export * from './instant.ts';
export * from './percent.ts';
export * from './volume.ts';
