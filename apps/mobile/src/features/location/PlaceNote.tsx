/** Where the person stands at a well: how far away, how sure that is, and what they can do about it. */
import { isSharp } from '@wellpulse/domain';
import {
  positionNotes,
  useObserved,
  useWords,
  type PositionNote,
  type PositionState,
} from '@wellpulse/forms';
import type { ColourName } from '@wellpulse/tokens';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { Words } from '../../components/Words.tsx';
import { useLocationSwitch, usePosition } from '../../lib/position.tsx';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import type { Place } from '../../lib/use-place.ts';

const INK: Readonly<Record<PositionNote['tone'], ColourName>> = {
  GOOD: 'good',
  WARNING: 'attention',
  PLAIN: 'ink-muted',
};

export function PlaceNote({ place }: { readonly place: Place }) {
  const words = useWords();
  const { locationWords, formatPosition } = words;
  const colours = useColours();
  const measured = usePosition();
  const { turnOn } = useLocationSwitch();
  const { typed } = place;
  const text = useObserved(typed, () => typed.text, null);
  const typedFix = typed.fix;
  const state: PositionState = typedFix === null ? measured : { kind: 'TYPED', fix: typedFix };
  const notes = positionNotes(words, state, place.well);
  // A position that is being looked for may come in a moment: what stands below must not jump.
  const mayType =
    text !== null || (measured.kind === 'FIX' ? !isSharp(measured.fix) : measured.kind !== 'SEARCHING');
  const isWarning = notes.some(({ tone }) => tone === 'WARNING');
  return (
    <View
      style={[
        styles.place,
        {
          borderColor: isWarning ? colours.attention : colours.line,
          backgroundColor: isWarning ? colours['attention-soft'] : colours.surface,
        },
      ]}
    >
      <View style={styles.line}>
        <Icon name="place" colour={INK[notes[0]?.tone ?? 'PLAIN']} />
        <View style={styles.said} role="group" aria-label={locationWords.title}>
          {notes.map((note) => (
            <Words
              key={note.text}
              size="base"
              figures
              bold={note.tone !== 'PLAIN'}
              colour={note.tone === 'PLAIN' && isWarning ? 'ink' : INK[note.tone]}
            >
              {note.text}
            </Words>
          ))}
          {'fix' in state && (
            <Words size="sm" figures colour={isWarning ? 'ink' : 'ink-muted'}>
              {formatPosition(state.fix)}
            </Words>
          )}
        </View>
      </View>
      {text !== null && (
        <TextBox
          label={locationWords.typed}
          hint={locationWords.typedHint}
          error={typed.error(words)}
          value={text}
          autoFocus={text === ''}
          autoCorrect={false}
          autoComplete="off"
          keyboardType="numbers-and-punctuation"
          onChangeText={(next) => {
            typed.type(next);
          }}
        />
      )}
      {mayType && (
        <View style={styles.buttons}>
          {measured.kind === 'OFF' && text === null && (
            <Button wide label={locationWords.turnOn} onPress={turnOn} />
          )}
          <Button
            wide
            label={text === null ? locationWords.type : locationWords.measure}
            onPress={() => {
              typed.type(text === null ? '' : null);
            }}
          />
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  place: { borderRadius: RADIUS, borderWidth: 1, padding: 14, gap: 14 },
  line: { flexDirection: 'row', alignItems: 'center', gap: 12 },
  said: { flex: 1, gap: 2 },
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: 12 },
});
