/** Opens the phone by a finger or a face. Where that fails, the PIN stands below. */
import { useObserved, useWords } from '@wellpulse/forms';
import { useCallback, useEffect } from 'react';
import { AppState } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { QuickOpening } from '../../data/lock/quick-opening.ts';
import { readAgain } from '../../lib/reads.ts';
import type { BiometricKind } from '../../native/ports.ts';

export interface QuickOpenProps {
  readonly person: { readonly id: string; readonly name: string };
  /** Null where it is off, or the phone knows nobody now. */
  readonly kind: BiometricKind | null;
  readonly opening: QuickOpening;
  /** Asks without being pressed: the app has just been started. */
  readonly asksAtOnce: boolean;
  readonly onOpen: () => void;
}

export function QuickOpen({ person, kind, opening, asksAtOnce, onOpen }: QuickOpenProps) {
  const { lockWords } = useWords();
  useObserved(opening, () => opening.revision, 0);
  const { id, name } = person;
  const isOffered = kind !== null;

  const ask = useCallback(async () => {
    if (await opening.ask(id, lockWords.quick.question(name))) onOpen();
    else if (opening.trouble === 'GONE') await readAgain();
  }, [opening, id, name, lockWords, onOpen]);

  useEffect(() => {
    if (!isOffered) return undefined;
    if (asksAtOnce && AppState.currentState === 'active') void ask();
    let isHidden = false;
    const listening = AppState.addEventListener('change', (state) => {
      // The question itself makes the app `inactive` for a moment.
      if (state === 'active' && isHidden) void ask();
      if (state !== 'inactive') isHidden = state === 'background';
    });
    return () => {
      listening.remove();
    };
  }, [isOffered, asksAtOnce, ask]);

  return (
    <>
      {opening.trouble !== null && <Notice alert text={lockWords.quick.troubles[opening.trouble]} />}
      {kind !== null && (
        <Button
          kind="PRIMARY"
          label={lockWords.quick.open[kind]}
          icon={<Icon name={kind === 'FACE' ? 'person' : 'finger'} colour="accent-ink" />}
          busy={opening.isOpening}
          onPress={() => void ask()}
        />
      )}
    </>
  );
}
