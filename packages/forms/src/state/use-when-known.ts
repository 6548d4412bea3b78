import { useEffect, useState } from 'react';

/**
 * An action that waits until all that it goes by is read. A person may be quicker than their network: they need not press again, and
 * no half of the data judges what they typed. Asked for several times while it waits, it happens once.
 *
 * @example
 * const [save, isWaiting] = useWhenKnown(!isReading, () => desk.save(known, situation));
 */
export function useWhenKnown(
  isKnown: boolean,
  act: () => void,
): readonly [ask: () => void, isWaiting: boolean] {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isKnown || !isAsked) return undefined;
    const turn = setTimeout(() => {
      setAsked(false);
      act();
    }, 0);
    return () => {
      clearTimeout(turn);
    };
  }, [isKnown, isAsked, act]);
  const ask = () => {
    if (isKnown) act();
    else setAsked(true);
  };
  return [ask, isAsked];
}
