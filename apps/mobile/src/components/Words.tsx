import type { ColourName } from '@wellpulse/tokens';
import { Text, type TextProps } from 'react-native';
import { textSize, useColours, type TextSize } from '../lib/theme.tsx';

export interface WordsProps extends TextProps {
  readonly size?: TextSize;
  readonly colour?: ColourName;
  readonly bold?: boolean;
  /** Figures of one width, so that numbers stand below each other. */
  readonly figures?: boolean;
}

/** Text of a screen. */
export function Words({
  size = 'lg',
  colour = 'ink',
  bold = false,
  figures = false,
  style,
  ...rest
}: WordsProps) {
  const colours = useColours();
  return (
    <Text
      {...rest}
      style={[
        textSize(size),
        // A browser makes no text narrower than its longest word, else: that would reach beyond a narrow box.
        { minWidth: 0, color: colours[colour], fontWeight: bold ? '700' : '400' },
        figures && { fontVariant: ['tabular-nums'] },
        style,
      ]}
    />
  );
}

/** The name of a screen or of a part of it. */
export const Title = ({ level = 1, ...rest }: WordsProps & { readonly level?: 1 | 2 }) => (
  <Words role="heading" aria-level={level} size={level === 1 ? '2xl' : 'xl'} bold {...rest} />
);
