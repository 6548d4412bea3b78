// The programs share one commander: its errors are told apart by their class.
export { Command, Option } from 'commander';
export * from './argument.ts';
export * from './example.ts';
export * from './number-argument.ts';
export * from './run-program.ts';
