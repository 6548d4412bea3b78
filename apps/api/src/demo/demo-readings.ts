/**
 * Two years of believable daily readings of a well: hyperbolic decline (Arps), a rising water cut and measuring noise. There
 * are shut-ins of a few days, and now and then a bad day.
 */
import { Random } from './random.ts';

export interface Reading {
  readonly oil: number;
  readonly gas: number;
  readonly water: number;
}

interface Rates {
  readonly initialOil: number;
  readonly declinePerYear: number;
  readonly gasOilRatio: number;
  readonly waterCut: number;
}

const DAYS_A_YEAR = 365;
/** Arps' exponent: between exponential (0) and harmonic (1). */
const HYPERBOLIC_EXPONENT = 0.8;
const NOISE = 0.02;
const SHUT_IN_CHANCE = 1 / 260;
const BAD_DAY_CHANCE = 1 / 180;

/** `days` readings, the oldest first. */
export function demoReadings(seed: number, days: number): Reading[] {
  const random = new Random(seed);
  const rates: Rates = {
    initialOil: random.between(25, 140),
    declinePerYear: random.between(0.25, 0.6),
    gasOilRatio: random.between(1.6, 4.2),
    waterCut: random.between(0.45, 0.75),
  };
  let daysOff = 0;
  return Array.from({ length: days }, (_, day) => {
    daysOff = daysOff > 0 ? daysOff - 1 : daysOffFrom(random);
    return daysOff > 0 ? { oil: 0, gas: 0, water: 0 } : readingOf(rates, day, random);
  });
}

const daysOffFrom = (random: Random): number =>
  random.next() < SHUT_IN_CHANCE ? Math.ceil(random.between(1, 6)) : 0;

function readingOf(rates: Rates, day: number, random: Random): Reading {
  const years = day / DAYS_A_YEAR;
  const decline = (1 + HYPERBOLIC_EXPONENT * rates.declinePerYear * years) ** (-1 / HYPERBOLIC_EXPONENT);
  const trouble = random.next() < BAD_DAY_CHANCE ? random.between(0.55, 0.75) : 1;
  const noisy = (value: number): number =>
    hundredths(Math.max(0.1, value * trouble * (1 + NOISE * random.normal())));
  const oil = rates.initialOil * decline;
  const waterCut = Math.min(0.92, rates.waterCut + 0.04 * years);
  return {
    oil: noisy(oil),
    gas: noisy(oil * rates.gasOilRatio * (1 + 0.1 * years)),
    water: noisy((oil * waterCut) / (1 - waterCut)),
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
