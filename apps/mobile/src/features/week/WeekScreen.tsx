/** Seven days of a well at once, one below the other. */
import { wellSchema, type Well } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { useWords, type BulkDay } from '@wellpulse/forms';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { recordsOf, type OwnReading } from '../wells/records-of.ts';
import { useHoldsDay } from '../wells/use-days-held.ts';
import { WeekGrid } from './WeekGrid.tsx';

const DAYS = 7;

export function WeekScreen({ wellId }: { readonly wellId: string }) {
  const { listWords } = useWords();
  const { company } = useSession();
  const banner = <SyncBanner timeZone={company.timeZone} />;
  const well = useRead(['well', wellId], async ({ records }) => {
    const found = await records.well(wellId);
    return found === undefined ? null : wellSchema.parse(found);
  });
  if (well === undefined) return <Screen top={banner}>{null}</Screen>;
  if (well === null) {
    return (
      <Screen top={banner}>
        <ScreenHead title={listWords.noSuchWell} below={listWords.noSuchWellHint} />
      </Screen>
    );
  }
  return <Week well={well} />;
}

function Week({ well }: { readonly well: Well }) {
  const { fieldWords, formatDay, phoneWords, productionTexts } = useWords();
  const today = useToday();
  const newest = well.pluggedOn !== null && well.pluggedOn < today ? well.pluggedOn : today;
  const [chosen, setChosen] = useState<string | null>(null);
  const last = chosen ?? newest;
  const first = addDays(last, 1 - DAYS);
  const moveTo = (day: string) => () => {
    setChosen(day > newest ? newest : day);
  };
  const isHeld = useHoldsDay(well.id, first);
  const head = (
    <>
      <ScreenHead title={well.name} below={productionTexts.sevenDays} />
      <View style={styles.days}>
        <IconButton
          label={phoneWords.earlierDays}
          icon={<Icon name="back" />}
          onPress={moveTo(addDays(last, -DAYS))}
        />
        <Words bold figures style={styles.range}>
          {`${formatDay(first)} – ${formatDay(last)}`}
        </Words>
        {last < newest && (
          <IconButton
            label={phoneWords.laterDays}
            icon={<Icon name="next" />}
            onPress={moveTo(addDays(last, DAYS))}
          />
        )}
      </View>
      {isHeld === false && <Notice tone="unknown" text={fieldWords.daysNotHere} />}
    </>
  );
  // One day more, for the warnings of the first row.
  const rows = useRead(['production', well.id, first, last], (client) =>
    recordsOf(client, well.id, { from: addDays(first, -1), to: last }),
  );
  return (
    <WeekGrid key={last} well={well} {...daysOf(rows ?? [], first)} isRead={rows !== undefined} head={head} />
  );
}

function daysOf(
  rows: readonly OwnReading[],
  first: string,
): { readonly days: readonly BulkDay[]; readonly before: OwnReading | null } {
  const recordOf = (day: string) => rows.find(({ productionDate }) => productionDate === day) ?? null;
  const days = Array.from({ length: DAYS }, (_, offset) => {
    const day = addDays(first, offset);
    return { day, record: recordOf(day) };
  });
  return { days, before: recordOf(addDays(first, -1)) };
}

const styles = StyleSheet.create({
  days: { flexDirection: 'row', alignItems: 'center', gap: GAP },
  range: { flex: 1, textAlign: 'center' },
});
