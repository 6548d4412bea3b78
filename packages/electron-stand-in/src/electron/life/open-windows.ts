/** The windows that are open, in the order in which they were opened. */

/** What the app needs of a window. */
export interface OpenWindow {
  /** False if the window stays open. */
  close(): boolean;
}

const windows = new Set<OpenWindow>();
let afterLast: () => void = () => undefined;

export const openWindows = {
  all: (): readonly OpenWindow[] => [...windows],
  add: (window: OpenWindow): void => void windows.add(window),
  /** Takes a window off the list. */
  remove: (window: OpenWindow): void => {
    if (windows.delete(window) && windows.size === 0) afterLast();
  },
  /** Calls `listener` each time that the last one was closed. */
  onLastClosed: (listener: () => void): void => {
    afterLast = listener;
  },
};
