import { Card, SegmentedControl, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { applyTheme, readTheme, THEMES } from '../../lib/theme.ts';

/** How the screen looks, for all who work on this laptop. */
export function Appearance() {
  const { shellWords } = useWords();
  const [theme, setTheme] = useState(readTheme);
  return (
    <Card title={shellWords.appearance}>
      <SegmentedControl
        label={shellWords.appearance}
        value={theme}
        segments={THEMES.map((value) => ({ value, label: shellWords.themeNames[value] }))}
        onValueChange={(chosen) => {
          applyTheme(chosen);
          setTheme(chosen);
        }}
      />
    </Card>
  );
}
