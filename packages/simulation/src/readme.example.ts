import { Random } from './chance/random.ts';
import { simulate } from './simulate.ts';

const played = await simulate(7);

export const faults = played.faults; // []
export const isTheSameEachTime = new Random(7).next() === new Random(7).next(); // true
