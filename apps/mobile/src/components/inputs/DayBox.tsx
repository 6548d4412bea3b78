import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { BOX_HEIGHT, RADIUS, useColours } from '../../lib/theme.tsx';
import { Button } from '../Button.tsx';
import { monthAfter, weeksOf } from './calendar-days.ts';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Label, type LabelProps } from './Label.tsx';
import { Words } from '../Words.tsx';

export interface DayBoxProps extends Omit<LabelProps, 'children'> {
  /** `YYYY-MM-DD`; empty for none. */
  readonly value: string;
  readonly today: string;
  /** No later day can be chosen. */
  readonly latest?: string;
  readonly onChoose: (day: string) => void;
}

/** A day, chosen from a calendar that opens below it. */
export function DayBox({ value, today, latest, onChoose, ...label }: DayBoxProps) {
  const { formatDayFull, phoneWords } = useWords();
  const colours = useColours();
  const [isOpen, setOpen] = useState(false);
  return (
    <Label {...label}>
      <Pressable
        role="button"
        aria-label={`${label.label}: ${value === '' ? phoneWords.noDay : formatDayFull(value)}`}
        aria-expanded={isOpen}
        onPress={() => {
          setOpen(!isOpen);
        }}
        style={[
          styles.box,
          {
            backgroundColor: colours.surface,
            borderColor: label.error === undefined ? colours['line-control'] : colours.bad,
          },
        ]}
      >
        <Words colour={value === '' ? 'ink-muted' : 'ink'} figures style={styles.day}>
          {value === '' ? phoneWords.noDay : formatDayFull(value)}
        </Words>
        <Icon name="calendar" colour="ink-muted" />
      </Pressable>
      {isOpen && (
        <Calendar
          value={value}
          today={today}
          latest={latest ?? '9999-12-31'}
          isOptional={label.isOptional ?? false}
          onChoose={(day) => {
            setOpen(false);
            onChoose(day);
          }}
        />
      )}
    </Label>
  );
}

interface CalendarProps {
  readonly value: string;
  readonly today: string;
  readonly latest: string;
  readonly isOptional: boolean;
  readonly onChoose: (day: string) => void;
}

function Calendar({ value, today, latest, isOptional, onChoose }: CalendarProps) {
  const { formatDayFull, formatMonth, phoneWords, shortWeekdays } = useWords();
  const colours = useColours();
  const [month, setMonth] = useState((value === '' ? today : value).slice(0, 7));
  return (
    <View style={[styles.calendar, { borderColor: colours.line, backgroundColor: colours.surface }]}>
      <View style={styles.head}>
        <IconButton
          label={phoneWords.previousMonth}
          icon={<Icon name="back" />}
          onPress={() => {
            setMonth(monthAfter(month, -1));
          }}
        />
        <Words bold style={styles.month} aria-live="polite">
          {formatMonth(month)}
        </Words>
        <IconButton
          label={phoneWords.nextMonth}
          icon={<Icon name="next" />}
          onPress={() => {
            setMonth(monthAfter(month, 1));
          }}
        />
      </View>
      <View style={styles.week} aria-hidden>
        {shortWeekdays.map((weekday) => (
          <Words key={weekday} size="sm" colour="ink-muted" style={styles.weekday} numberOfLines={1}>
            {weekday}
          </Words>
        ))}
      </View>
      {weeksOf(month).map((week, at) => (
        <View key={`${month}.${String(at)}`} style={styles.week}>
          {week.map((day, weekday) =>
            day === null ? (
              <View key={`none.${String(weekday)}`} style={styles.cell} />
            ) : (
              <Pressable
                key={day}
                role="button"
                aria-label={formatDayFull(day)}
                aria-selected={day === value}
                disabled={day > latest}
                onPress={() => {
                  onChoose(day);
                }}
                style={[
                  styles.cell,
                  day === value && { backgroundColor: colours.accent },
                  day === today && day !== value && { borderWidth: 2, borderColor: colours.accent },
                  day > latest && styles.off,
                ]}
              >
                <Words bold={day === value} colour={day === value ? 'accent-ink' : 'ink'} figures>
                  {String(Number(day.slice(8)))}
                </Words>
              </Pressable>
            ),
          )}
        </View>
      ))}
      {isOptional && value !== '' && (
        <Button
          label={phoneWords.noDay}
          onPress={() => {
            onChoose('');
          }}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  box: {
    minHeight: BOX_HEIGHT + 6,
    flexDirection: 'row',
    alignItems: 'center',
    gap: 12,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 14,
  },
  day: { flex: 1 },
  calendar: { borderWidth: 1, borderRadius: RADIUS, padding: 8, gap: 6 },
  head: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  month: { flex: 1, textAlign: 'center' },
  week: { flexDirection: 'row' },
  weekday: { flex: 1, textAlign: 'center' },
  cell: {
    flex: 1,
    minHeight: BOX_HEIGHT,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: RADIUS,
  },
  off: { opacity: 0.35 },
});
