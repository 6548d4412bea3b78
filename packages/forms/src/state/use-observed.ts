import { useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';

/**
 * What `select` takes from something that changes. It has to answer with the same object until that has changed. `onServer` is the
 * answer where a page is drawn before anything is known of this browser.
 *
 * @example
 * const phase = useObserved(desk, () => desk.phase(place), null);
 */
export const useObserved = <Value>(source: Observable, select: () => Value, onServer: Value): Value =>
  useSyncExternalStore(source.subscribe, select, () => onServer);
