import { playVariants } from './variants.fixture.ts';

playVariants(0);
