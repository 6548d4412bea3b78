/** The data can't be opened: why, what is safe, and what can be done. It never is an empty window. */
import { Button, ConfirmDialog, useWords } from '@wellpulse/ui';
import { PRODUCT_NAME } from '@wellpulse/words';
import { DatabaseZap } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../lib/bridge.ts';
import { UpdateNotice } from '../updates/UpdateNotice.tsx';
import type { Trouble } from './trouble-of.ts';

export interface TroubleScreenProps {
  readonly trouble: Trouble;
  /** Something was tried: reads anew how it stands. */
  readonly onTried: () => Promise<void>;
}

export function TroubleScreen({ trouble, onTried }: TroubleScreenProps) {
  const { deskWords } = useWords();
  const { title, about } = deskWords.dataTroubles[trouble];
  const [isAsking, setAsking] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const tryIt = async (name: 'program.retry' | 'program.startAnew') => {
    setTrying(true);
    await call(name, {}).catch(() => undefined);
    await onTried();
    setTrying(false);
    setAsking(false);
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-6 p-5">
      <p className="text-lg text-ink-muted">{PRODUCT_NAME}</p>
      <h1 className="flex items-center gap-4 text-3xl font-bold">
        <DatabaseZap aria-hidden className="size-10 shrink-0 text-bad" />
        {title}
      </h1>
      <p className="text-xl">{about}</p>
      <div className="flex flex-wrap gap-5">
        {trouble === 'REPLACED' ? (
          <Button
            size="field"
            variant="primary"
            onClick={() => {
              window.close();
            }}
          >
            {deskWords.closeProgram}
          </Button>
        ) : (
          <Button
            size="field"
            variant="primary"
            loading={isTrying}
            onClick={() => void tryIt('program.retry')}
          >
            {deskWords.tryAgain}
          </Button>
        )}
        {(trouble === 'KEY_LOST' || trouble === 'DAMAGED') && (
          <Button
            size="field"
            onClick={() => {
              setAsking(true);
            }}
          >
            {deskWords.startAnew}
          </Button>
        )}
      </div>
      <UpdateNotice />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={deskWords.startAnewQuestion}
        description={deskWords.startAnewHint}
        confirmLabel={deskWords.startAnew}
        danger
        loading={isTrying}
        onConfirm={() => void tryIt('program.startAnew')}
      />
    </main>
  );
}
