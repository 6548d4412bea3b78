import { useWords } from '@wellpulse/ui';
import { PRODUCT_NAME } from '@wellpulse/words';
import { useState } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { SignIn } from './SignIn.tsx';
import { Unlock } from './Unlock.tsx';

/** Who opens the laptop: somebody it knows, by their PIN, or somebody new, who signs in. */
export function LockScreen({ start, onOpen }: { readonly start: Start; readonly onOpen: () => void }) {
  const { sessionWords } = useWords();
  const [isNew, setNew] = useState(start.people.length === 0);
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 p-5">
      <header>
        <h1 className="text-3xl font-bold">{PRODUCT_NAME}</h1>
        <p className="text-lg text-ink-muted">{start.company?.name ?? sessionWords.invitation}</p>
      </header>
      {isNew ? (
        <SignIn start={start} onOpen={onOpen} />
      ) : (
        <Unlock
          people={start.people}
          onOpen={onOpen}
          onSomebodyElse={() => {
            setNew(true);
          }}
        />
      )}
    </main>
  );
}
