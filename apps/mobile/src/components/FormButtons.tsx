import { StyleSheet, View } from 'react-native';
import { GAP } from '../lib/theme.tsx';
import { Button } from './Button.tsx';
import { DiscardButton } from './DiscardButton.tsx';

export interface FormButtonsProps {
  /** What saving is called. */
  readonly label: string;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  /** Gives up what was typed; null while nothing is. */
  readonly onDiscard: (() => void) | null;
}

/** The end of a form whose text is kept until it is saved. */
export function FormButtons({ label, isSaving, onSave, onDiscard }: FormButtonsProps) {
  return (
    <View style={styles.buttons}>
      {onDiscard !== null && <DiscardButton onDiscard={onDiscard} />}
      <Button kind="PRIMARY" wide label={label} busy={isSaving} onPress={onSave} />
    </View>
  );
}

const styles = StyleSheet.create({
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: GAP, flex: 1 },
});
