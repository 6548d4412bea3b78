/** For each value one of the two sides, or another one. */
import { factsOf, type ConflictResolve } from '@wellpulse/contracts';
import type { ShownConflict } from '@wellpulse/domain';
import { MergeForm, useObserved, useWords, type MergeEntry, type MergeRow } from '@wellpulse/forms';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { OptionRow } from '../../components/asking/Choice.tsx';
import { Dialog } from '../../components/asking/Dialog.tsx';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { Words } from '../../components/Words.tsx';
import { GAP } from '../../lib/theme.tsx';

export interface MergeDialogProps {
  readonly conflict: ShownConflict;
  readonly saving: boolean;
  /** Why it was refused, in a sentence. */
  readonly problem: string | undefined;
  readonly onSubmit: (decision: ConflictResolve) => void;
  readonly onClose: () => void;
}

export function MergeDialog({ conflict, saving, problem, onSubmit, onClose }: MergeDialogProps) {
  const words = useWords();
  const { conflictTexts, controlTexts } = words;
  const [form] = useState(() => new MergeForm(words, conflict));
  const draft = useObserved(form, () => form.draft, form.draft);
  const { merged } = form;
  return (
    <Dialog
      title={conflictTexts.mergeTitle}
      about={words.conflictTitle(conflict)}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="PRIMARY"
            label={controlTexts.save}
            busy={saving}
            onPress={() => {
              if (merged.ok) onSubmit(merged.decision);
            }}
          />
          <Button label={controlTexts.cancel} onPress={onClose} />
        </>
      }
    >
      {form.rows.map((row) => (
        <MergeField
          key={row.field}
          row={row}
          entry={draft[row.field] ?? { pick: 'EXISTING', text: '' }}
          error={merged.ok ? undefined : merged.errors[row.field]}
          onChange={(entry) => {
            form.change(row.field, entry);
          }}
        />
      ))}
      {problem !== undefined && <Notice tone="bad" alert text={problem} />}
    </Dialog>
  );
}

interface MergeFieldProps {
  readonly row: MergeRow;
  readonly entry: MergeEntry;
  readonly error: string | undefined;
  readonly onChange: (entry: MergeEntry) => void;
}

/** One value of the record: the two sides, and a box for another. */
function MergeField({ row, entry, error, onChange }: MergeFieldProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const { field, now, incoming, before, box } = row;
  const name = words.fieldName(field);
  const unit = box === null || box === 'TEXT' ? undefined : (factsOf('production', box)?.unit ?? '');
  const pick = (wanted: MergeEntry['pick']) => () => {
    onChange({ ...entry, pick: wanted });
  };
  return (
    <View role="radiogroup" aria-label={name} style={styles.field}>
      <View>
        <Words bold>{name}</Words>
        {before !== undefined && before !== null && (
          <Words size="base" colour="ink-muted" figures>
            {conflictTexts.before(words.conflictValue(field, before))}
          </Words>
        )}
      </View>
      <OptionRow
        label={conflictTexts.asItIs}
        aside={words.conflictValue(field, now)}
        isChosen={entry.pick === 'EXISTING'}
        onPress={pick('EXISTING')}
      />
      <OptionRow
        label={conflictTexts.cameIn}
        aside={words.conflictValue(field, incoming)}
        isChosen={entry.pick === 'INCOMING'}
        onPress={pick('INCOMING')}
      />
      {box !== null && (
        <OptionRow label={conflictTexts.another} isChosen={entry.pick === 'OWN'} onPress={pick('OWN')} />
      )}
      {entry.pick === 'OWN' && (
        <TextBox
          label={conflictTexts.anotherValue(name)}
          unit={unit}
          inputMode={unit === undefined ? 'text' : 'decimal'}
          value={entry.text}
          error={error}
          autoFocus
          selectTextOnFocus
          onChangeText={(text) => {
            onChange({ pick: 'OWN', text });
          }}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ field: { gap: GAP } });
