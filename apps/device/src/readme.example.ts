import { runProgram } from '@wellpulse/command-line';
import { deviceProgram } from './program.ts';

const said: string[] = [];
const terminal = { out: (text: string) => said.push(text), error: (text: string) => said.push(text) };

export const misspelled = await runProgram(deviceProgram(), ['--data', './truck-7', 'synch'], { terminal }); // 2
export const sentence = said.join(''); // 'unknown command \'synch\' (Did you mean sync?): "wellpulse-device --help" says what there is.\n'
