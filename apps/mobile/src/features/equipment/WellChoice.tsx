/** The well where an item stands: chosen by typing part of what people know it by. */
import { useWords } from '@wellpulse/forms';
import { findWells } from '@wellpulse/offline';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { Label } from '../../components/inputs/Label.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { useWell } from '../wells/use-well.ts';

export interface WellChoiceProps {
  readonly label: string;
  /** Empty for none. */
  readonly wellId: string;
  readonly error: string | undefined;
  readonly onChoose: (wellId: string) => void;
}

/** So many wells are offered; who looks for another types more. */
const MOST_WELLS = 8;

export function WellChoice({ label, wellId, error, onChoose }: WellChoiceProps) {
  const { controlTexts, fieldWords, formTexts } = useWords();
  const colours = useColours();
  const [text, setText] = useState('');
  const asked = text.trim();
  const chosen = useWell(wellId === '' ? null : wellId);
  const found = useRead(['wellsInUse', asked], async ({ records }) => {
    const wells = asked === '' ? [] : await findWells(records, asked, MOST_WELLS);
    return wells.filter(({ status }) => status !== 'PLUGGED');
  });
  if (chosen) {
    return (
      <Label label={label} error={error}>
        <View
          style={[styles.chosen, { borderColor: colours['line-control'], backgroundColor: colours.surface }]}
        >
          <Words bold style={styles.name}>
            {chosen.name}
          </Words>
          <Button
            label={fieldWords.changeItem}
            onPress={() => {
              onChoose('');
            }}
          />
        </View>
      </Label>
    );
  }
  return (
    <>
      <TextBox
        label={label}
        hint={formTexts.wellHint}
        error={error}
        placeholder={formTexts.wellSearch}
        value={text}
        inputMode="search"
        autoCorrect={false}
        onChangeText={setText}
      />
      {asked !== '' && found?.length === 0 && <Words colour="ink-muted">{controlTexts.nothingFound}</Words>}
      <View style={styles.found}>
        {found?.map(({ id, name, lease }) => (
          <Button
            key={id}
            label={lease === null ? name : `${name} · ${lease}`}
            onPress={() => {
              onChoose(id);
            }}
          />
        ))}
      </View>
      {found?.length === MOST_WELLS && <Words colour="ink-muted">{fieldWords.moreWells}</Words>}
    </>
  );
}

const styles = StyleSheet.create({
  chosen: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 12,
    borderRadius: RADIUS,
    borderWidth: 1,
    padding: 8,
    paddingLeft: 14,
  },
  name: { flexGrow: 1, flexShrink: 1, flexBasis: 100 },
  found: { gap: 12 },
});
