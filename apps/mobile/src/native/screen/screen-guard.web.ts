import type { HideScreen } from '../ports.ts';

/** No page can forbid it: the first screen in a browser says what it can't have. */
export const hideScreen: HideScreen = () => () => undefined;
