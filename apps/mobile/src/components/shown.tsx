/** Brings into view what comes up out of sight, and says it to who hears the screen. */
import { createContext, use, useEffect, useRef, type RefObject } from 'react';
import { AccessibilityInfo, Platform, type ScrollView, type View } from 'react-native';
import { showPart } from '../native/screen/show-box';

/** What scrolls, and the column in it. */
export interface Scrolled {
  readonly scroll: RefObject<ScrollView | null>;
  readonly column: RefObject<View | null>;
}

export const ScrolledContext = createContext<Scrolled | null>(null);

/**
 * Shows what a ref holds each time that `cause` becomes another one; null for nothing to show.
 *
 * @example
 * const note = useShown(phase, sentence);
 */
export function useShown(cause: unknown, said?: string): RefObject<View | null> {
  const part = useRef<View>(null);
  const scrolled = use(ScrolledContext);
  useEffect(() => {
    if (cause === null) return undefined;
    // A browser reads alerts aloud by itself.
    if (said !== undefined && Platform.OS !== 'web') AccessibilityInfo.announceForAccessibility(said);
    // What takes the room, and where the keyboard is, is known a moment later.
    const frame = requestAnimationFrame(() => {
      const scroll = scrolled?.scroll.current ?? null;
      const column = scrolled?.column.current ?? null;
      if (part.current !== null && scroll !== null && column !== null) showPart(part.current, column, scroll);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [cause, said, scrolled]);
  return part;
}
