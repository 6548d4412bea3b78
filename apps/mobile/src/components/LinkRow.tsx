import { StyleSheet } from 'react-native';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../lib/theme.tsx';
import { LinkBox, type LinkBoxProps } from './LinkBox.tsx';

/** A framed line of a list that leads to another screen. `style` takes precedence over its own. */
export function LinkRow({
  style,
  ...rest
}: Omit<LinkBoxProps, 'style'> & Partial<Pick<LinkBoxProps, 'style'>>) {
  const colours = useColours();
  const frame = { borderColor: colours.line, backgroundColor: colours.surface };
  return <LinkBox {...rest} style={[styles.row, frame, style]} />;
}

const styles = StyleSheet.create({
  row: {
    minHeight: BUTTON_HEIGHT,
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 14,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 16,
    paddingVertical: 12,
  },
});
