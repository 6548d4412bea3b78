/** The app of the laptop: what its installer carries, what encryption costs, and the program itself. */
import { printFigures } from '../report.ts';
import { benchApp } from './app.bench.ts';
import { benchEncrypted } from './encrypted.bench.ts';
import { benchPacked } from './packed.bench.ts';

export async function benchLaptop(): Promise<void> {
  printFigures('The laptop’s installer', await benchPacked());
  printFigures('The laptop’s disk', await benchEncrypted());
  const { runsOn, figures } = await benchApp();
  printFigures(`The laptop’s program, on ${runsOn === 'Electron' ? 'Electron' : 'the stand-in'}`, figures);
}
