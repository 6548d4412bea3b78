/** The names under which Electron carries calls and news. */
import type { NewsName } from './contract.ts';

/** All calls go here, with the name of the method and its input. */
export const CALL = 'wellpulse:call';

/** Where news of this name comes from. */
export const newsChannel = (name: NewsName): string => `wellpulse:news:${name}`;
