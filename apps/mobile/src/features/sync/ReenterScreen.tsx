/** A reading that the office refused, in its form with what was typed: saving it takes the place of the refused one. */
import { productionRecordSchema, type EventPhoto, type ProductionRecord } from '@wellpulse/contracts';
import { memoryDraftStorage, reentryDesk, useWords } from '@wellpulse/forms';
import { refusedEntries, type LoggedLine } from '@wellpulse/forms/device';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useToast } from '../../components/Toast.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead } from '../../lib/reads.ts';
import { SessionContext, useSession } from '../../lib/session.tsx';
import { EntryScreen } from '../entry/EntryScreen.tsx';

export function ReenterScreen({ eventId }: { readonly eventId: string }) {
  const { deskWords } = useWords();
  const { company } = useSession();
  const banner = <SyncBanner timeZone={company.timeZone} />;
  const found = useRead(['refused', eventId], async (client) => {
    const line = await refusedEntries(client).find(eventId);
    if (line === null || line.wellId === null || line.day === null) return null;
    const { wellId, day } = line;
    const [row] = await client.records.production(wellId, { from: day, to: day }).all();
    return { line, wellId, day, record: row === undefined ? null : productionRecordSchema.parse(row) };
  });
  // What was found first stays on the screen: it is refused no more as soon as it is saved.
  const [first, setFirst] = useState(found);
  if (first === undefined && found !== undefined) setFirst(found);
  if (first === undefined) return <Screen top={banner}>{null}</Screen>;
  if (first === null) {
    return (
      <Screen top={banner}>
        <ScreenHead title={deskWords.nothingWaits} />
      </Screen>
    );
  }
  return <Reentry {...first} />;
}

interface ReentryProps {
  readonly line: LoggedLine;
  readonly wellId: string;
  readonly day: string;
  readonly record: ProductionRecord | null;
}

function Reentry({ line, wellId, day, record }: ReentryProps) {
  const { deskWords, formatTrouble } = useWords();
  const { client } = usePhone();
  const session = useSession();
  const router = useRouter();
  const say = useToast();
  const [desk] = useState(() =>
    reentryDesk<EventPhoto>(
      refusedEntries(client).storeInPlaceOf(line.id),
      { wellId, date: day, record, last: null, dayBefore: null },
      line.payload,
    ),
  );
  // Photos that wait in the form of the day are none of the refused entry's: its own go over to the new one.
  const [drafts] = useState(() => ({ ...session.drafts, storage: memoryDraftStorage() }));
  return (
    <SessionContext value={{ ...session, desk, drafts }}>
      <EntryScreen
        wellId={wellId}
        day={day}
        about={
          <Notice
            tone="bad"
            text={line.refusal === null ? deskWords.enterAgain : formatTrouble(line.refusal)}
          />
        }
        onSaved={() => {
          say(deskWords.sentAgain);
          router.replace('/sync');
        }}
      />
    </SessionContext>
  );
}
