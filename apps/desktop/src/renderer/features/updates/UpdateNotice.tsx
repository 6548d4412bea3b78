/** A new version waits: what happens with it, and a way to have it now. Pages on which people type do not show it. */
import { Button, ConfirmDialog, useWords } from '@wellpulse/ui';
import { Download } from 'lucide-react';
import { use, useState } from 'react';
import { call } from '../../lib/bridge.ts';
import { useMain } from '../../lib/queries.ts';
import { SessionContext } from '../../lib/session.tsx';

/** Nothing where no version waits. Where something is typed and not saved, the restart asks once more, and waits for the disk. */
export function UpdateNotice() {
  const { update: texts } = useWords().deskWords;
  const { data: update } = useMain('updates.ready', {});
  const session = use(SessionContext);
  const [isAsking, setAsking] = useState(false);
  const [isRestarting, setRestarting] = useState(false);
  if (update === undefined || update === null) return null;
  const restart = async (): Promise<void> => {
    setRestarting(true);
    await session?.draftsSettled();
    await call('updates.restart', {}).catch(() => {
      setRestarting(false);
    });
  };
  const hasTyped = session !== null && session.drafts.storage.keys('').length > 0;
  return (
    <section
      aria-label={texts.ready(update.version)}
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-xl border border-line bg-surface px-5 py-3 text-lg"
    >
      <Download aria-hidden className="size-6 shrink-0 text-ink-muted tight:hidden" />
      <p className="flex min-w-0 flex-1 basis-60 flex-col tight:basis-40 [overflow-wrap:anywhere]">
        <span className="font-semibold">{texts.ready(update.version)}</span>
        <span className="text-base text-ink-muted tight:sr-only">{texts.about}</span>
      </p>
      <Button
        size="field"
        loading={isRestarting}
        onClick={() => {
          if (hasTyped) setAsking(true);
          else void restart();
        }}
      >
        {texts.restart}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={texts.restartQuestion}
        description={texts.restartHint}
        confirmLabel={texts.restart}
        loading={isRestarting}
        onConfirm={() => void restart()}
      />
    </section>
  );
}
