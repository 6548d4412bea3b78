import { playSeeds } from './seeds.fixture.ts';

playSeeds(0);
