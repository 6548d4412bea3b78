import type { ColourName } from '@wellpulse/tokens';
import { Text, type TextProps } from 'react-native';
import { textSize, useColours, useIsNarrow, type TextSize } from '../lib/theme.tsx';

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
export function Title({ level = 1, ...rest }: WordsProps & { readonly level?: 1 | 2 }) {
  // A large word would break in its midst.
  const isNarrow = useIsNarrow();
  const size = isNarrow ? 'lg' : level === 1 ? '2xl' : 'xl';
  return (
    <Words
      role="heading"
      aria-level={level}
      size={size}
      bold
      android_hyphenationFrequency="normal"
      {...rest}
    />
  );
}
