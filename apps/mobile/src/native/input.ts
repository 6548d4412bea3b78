/** Tells of what the app's own views don't hear of a person's hands. On a phone they hear every touch. */
export const onInput = (_heard: () => void): (() => void) => nothing;

const nothing = (): void => undefined;
