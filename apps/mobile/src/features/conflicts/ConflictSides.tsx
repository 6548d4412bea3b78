/**
 * The two sides beside each other, every field that either of them changed: what it was before, and the day before. What they disagree on is
 * marked by a sign, a word and a tint; which side counts by a tick or a line through it, and why.
 */
import type { ShownConflict } from '@wellpulse/domain';
import { sideRows, useWords, type SideRow, type SideValue } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import { Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { useColours } from '../../lib/theme.tsx';

export interface ConflictSidesProps {
  readonly conflict: ShownConflict;
  readonly thresholdPercent: number;
}

export function ConflictSides({ conflict, thresholdPercent }: ConflictSidesProps) {
  const words = useWords();
  const colours = useColours();
  const names = words.sideNames(conflict);
  return (
    <View style={[styles.table, { borderColor: colours.line }]}>
      <View style={styles.pair}>
        <SideHead name={names.existing} side={conflict.existing} />
        <View style={[styles.rule, { backgroundColor: colours.line }]} />
        <SideHead name={names.incoming} side={conflict.incoming} />
      </View>
      {sideRows(words, conflict, thresholdPercent).map((row) => (
        <FieldRow key={row.field} row={row} />
      ))}
    </View>
  );
}

function SideHead({ name, side }: { readonly name: string; readonly side: ShownConflict['existing'] }) {
  const { conflictTexts, formatInstant, sideName } = useWords();
  const { company } = useSession();
  return (
    <View style={styles.cell}>
      <Words size="base" colour="ink-muted">
        {name}
      </Words>
      <Words bold>{sideName(side)}</Words>
      <Words size="base" colour="ink-muted">
        {side.deviceId === null ? conflictTexts.dashboard : (side.deviceName ?? conflictTexts.someDevice)}
      </Words>
      <Words size="base" colour="ink-muted" figures>
        {formatInstant(side.occurredAt, company.timeZone)}
      </Words>
    </View>
  );
}

function FieldRow({ row }: { readonly row: SideRow }) {
  const { conflictTexts } = useWords();
  const colours = useColours();
  return (
    <View
      style={[
        styles.row,
        { borderColor: colours.line },
        row.isUndecided && { backgroundColor: colours['attention-soft'] },
      ]}
    >
      <View style={styles.label}>
        <Words bold={row.isContested}>{row.label}</Words>
        {row.isContested && (
          <View style={styles.mark}>
            <Icon name="conflict" colour="attention" size={18} />
            <Words size="base" colour="attention">
              {conflictTexts.contested}
            </Words>
          </View>
        )}
        {row.facts.map((fact) => (
          <Words key={fact} size="base" colour="ink-muted" figures>
            {fact}
          </Words>
        ))}
        {row.became !== null && (
          <Words size="base" bold figures>
            {row.became}
          </Words>
        )}
      </View>
      <View style={styles.pair}>
        <Value value={row.existing} isContested={row.isContested} />
        <View style={[styles.rule, { backgroundColor: colours.line }]} />
        <Value value={row.incoming} isContested={row.isContested} />
      </View>
    </View>
  );
}

function Value({ value, isContested }: { readonly value: SideValue; readonly isContested: boolean }) {
  const { conflictTexts } = useWords();
  const { text, standing, rule, offDayBefore } = value;
  const isOut = standing === 'GAVE_WAY';
  const counts = standing === 'COUNTS';
  const said = counts
    ? `${text} ${conflictTexts.valueCounts}`
    : isOut
      ? `${text} ${conflictTexts.valueGaveWay}`
      : text;
  return (
    <View style={styles.cell}>
      <View style={styles.mark}>
        {counts && <Icon name="done" colour="good" size={22} />}
        <Words
          aria-label={said}
          figures
          bold={counts || (isContested && !isOut)}
          colour={isOut || standing === 'SILENT' ? 'ink-muted' : 'ink'}
          style={[styles.value, isOut && styles.out]}
        >
          {text}
        </Words>
      </View>
      {rule !== null && (
        <Words size="base" colour="good">
          {rule}
        </Words>
      )}
      {offDayBefore !== null && (
        <View style={styles.mark}>
          <Icon name="warning" colour="attention" size={18} />
          <Words size="base" colour="attention" figures style={styles.value}>
            {offDayBefore}
          </Words>
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  table: { borderWidth: 1, borderRadius: 8, overflow: 'hidden' },
  row: { borderTopWidth: 1, gap: 4 },
  label: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 12,
    paddingHorizontal: 12,
    paddingTop: 10,
  },
  pair: { flexDirection: 'row' },
  rule: { width: 1 },
  cell: { flex: 1, gap: 2, paddingHorizontal: 12, paddingVertical: 10 },
  mark: { flexDirection: 'row', alignItems: 'center', gap: 6 },
  value: { flexShrink: 1 },
  out: { textDecorationLine: 'line-through' },
});
