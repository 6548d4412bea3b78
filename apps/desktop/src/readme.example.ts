import { METHODS } from './shared/bridge/contract.ts';

const { input } = METHODS['people.unlock'];

export const refused = input.safeParse({ userId: 'Joe', secret: '' }).success; // false
export const methods = Object.keys(METHODS).includes('records.route'); // true
