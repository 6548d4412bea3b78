import { useEffect, useState } from 'react';

/** How long a button waits for its second press, in milliseconds. */
const WAIT_MS = 5000;

/**
 * For what nobody can undo, such as giving up what was typed: the first press asks, and a second one within five seconds acts.
 *
 * @example
 * const [press, isAsked] = usePressTwice(() => form.discard());
 */
export function usePressTwice(act: () => void): readonly [press: () => void, isAsked: boolean] {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isAsked) return undefined;
    const timer = setTimeout(() => {
      setAsked(false);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isAsked]);
  const press = () => {
    setAsked(!isAsked);
    if (isAsked) act();
  };
  return [press, isAsked];
}
