/** Somebody else saved the day meanwhile: what they saved and what was typed, and the person chooses. */
import {
  PRODUCTION_VALUE_NAMES,
  type EventPhoto,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { useObserved, useWords, type EntryDesk, type KnownDay, type SavePhase } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { useShown } from '../../components/shown.tsx';
import { useNameOf } from '../../lib/use-name-of.ts';

export interface ConflictNoteProps {
  readonly desk: EntryDesk<EventPhoto>;
  readonly place: Pick<KnownDay, 'wellId' | 'date'>;
  readonly wellName: string;
  /** The person's own was saved over theirs. */
  readonly onSaved?: (saved: ProductionRecord) => void;
}

export function ConflictNote({ desk, place, ...rest }: ConflictNoteProps) {
  const phase = useObserved(desk, () => desk.phase(place), null);
  return phase?.kind === 'CONFLICT' && <Conflict desk={desk} place={place} conflict={phase} {...rest} />;
}

interface ConflictProps extends ConflictNoteProps {
  readonly conflict: Extract<SavePhase, { readonly kind: 'CONFLICT' }>;
}

function Conflict({ desk, place, wellName, conflict, onSaved }: ConflictProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { company } = useSession();
  const nameOf = useNameOf();
  const { mine, theirs } = conflict;
  const who = nameOf(theirs.updatedBy);
  const said = productionTexts.savedBy(
    `${wellName}, ${words.formatDayFull(place.date)}`,
    who,
    words.formatInstant(theirs.updatedAt, company.timeZone),
  );
  // Whoever pressed the button may have scrolled away from here.
  const note = useShown(conflict, said);
  const differing = PRODUCTION_VALUE_NAMES.filter((field) => mine[field] !== theirs[field]);
  return (
    <Notice ref={note} alert text={said}>
      {differing.map((field) => (
        <View key={field}>
          <Words bold>{words.fieldLabel('production', field)}</Words>
          <Side name={words.nameAtStart(who)} field={field} value={theirs[field]} />
          <Side name={productionTexts.you} field={field} value={mine[field]} />
        </View>
      ))}
      <Button
        label={productionTexts.keepTheirs}
        onPress={() => {
          desk.discard(place);
        }}
      />
      <Button
        kind="PRIMARY"
        label={productionTexts.saveMine}
        onPress={() => {
          void desk.overwrite(place).then((saved) => {
            if (saved !== null) onSaved?.(saved);
          });
        }}
      />
    </Notice>
  );
}

interface SideProps {
  readonly name: string;
  readonly field: ProductionValueName;
  readonly value: string | number | null;
}

function Side({ name, field, value }: SideProps) {
  const { fieldValue } = useWords();
  return (
    <View style={styles.side}>
      <Words colour="ink-muted" style={styles.name} numberOfLines={1}>
        {name}
      </Words>
      <Words bold figures style={styles.value}>
        {fieldValue(field, value)}
      </Words>
    </View>
  );
}

const styles = StyleSheet.create({
  side: { flexDirection: 'row', gap: 12, alignItems: 'baseline' },
  name: { flex: 1 },
  value: { flexShrink: 1, textAlign: 'right' },
});
