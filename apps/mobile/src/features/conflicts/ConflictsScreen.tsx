/** Where two people changed the same record: what waits for a choice, and what the rules settled. */
import { useWords } from '@wellpulse/forms';
import { deviceConflicts } from '@wellpulse/forms/device';
import { useEffect } from 'react';
import { Empty } from '../../components/lists/Empty.tsx';
import { MoreButton } from '../../components/lists/MoreButton.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';
import { ConflictCard } from './ConflictCard.tsx';

const now = (): Date => new Date();

export function ConflictsScreen() {
  const { deskWords } = useWords();
  const { company } = useSession();
  const { client } = usePhone();
  const open = usePages(['conflicts', 'open'], (of, after) =>
    deviceConflicts(of, now).page({ isOpen: true, after }),
  );
  const settled = usePages(['conflicts', 'settled'], (of, after) =>
    deviceConflicts(of, now).page({ isOpen: false, after }),
  );
  // Who leaves the screen has looked: what is new stays marked until then.
  useEffect(
    () => () =>
      void deviceConflicts(client, now)
        .looked()
        .catch(() => undefined),
    [client],
  );
  const isRead = open.items !== undefined && settled.items !== undefined;
  const lines = [...(open.items ?? []), ...(settled.items ?? [])];
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={deskWords.conflicts} below={deskWords.conflictsHint} />
      {isRead && lines.length === 0 && <Empty icon="done" colour="good" title={deskWords.noConflicts} />}
      {isRead && lines.map((line) => <ConflictCard key={line.conflict.id} line={line} />)}
      <MoreButton {...(open.hasMore ? open : settled)} />
    </Screen>
  );
}
