'use client';

import { useObserved } from '@wellpulse/forms';
import { useEffect, useEffectEvent, useState } from 'react';
import { KeptText } from './kept-text.ts';

/** What the text box of a filter is given. */
export interface KeptTextBox {
  readonly value: string;
  readonly onValueChange: (text: string) => void;
  readonly onBlur: () => void;
}

/**
 * The box of a filter that lives in the address.
 *
 * @param inAddress the text as the address has it
 * @param write puts a text into the address
 */
export function useKeptText(inAddress: string, write: (text: string) => void): KeptTextBox {
  const [kept] = useState(() => new KeptText());
  const typed = useObserved(kept, () => kept.typed, undefined);
  const writeNow = useEffectEvent(write);

  useEffect(() => {
    kept.compare(inAddress, (text) => {
      writeNow(text);
    });
  }, [kept, typed, inAddress]);

  useEffect(() => {
    const leave = () => {
      kept.leave();
    };
    window.addEventListener('popstate', leave);
    return () => {
      window.removeEventListener('popstate', leave);
      leave();
    };
  }, [kept]);

  return {
    value: typed ?? inAddress,
    onValueChange: (text) => {
      kept.type(text);
      write(text);
    },
    onBlur: () => {
      if (typed !== undefined && typed !== inAddress) write(typed);
      kept.leaveBox(inAddress);
    },
  };
}
