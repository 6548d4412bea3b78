import type { calendar as english, TimeUnit } from '../en/calendar.ts';
import { counted } from '../lib/decimal.ts';

const UNITS: Readonly<Record<TimeUnit, readonly [one: string, many: string]>> = {
  year: ['año', 'años'],
  month: ['mes', 'meses'],
  day: ['día', 'días'],
  hour: ['hora', 'horas'],
  minute: ['minuto', 'minutos'],
};

const span = (value: number, unit: TimeUnit): string => counted(value, ...UNITS[unit]);

export const calendar: typeof english = {
  shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  shortWeekdays: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  today: 'Hoy',
  yesterday: 'Ayer',
  justNow: 'hace un momento',
  span,
  ago: (value, unit) => `hace ${span(value, unit)}`,
  ahead: (value, unit) => `en ${span(value, unit)}`,
  todayInSentence: 'hoy',
};
