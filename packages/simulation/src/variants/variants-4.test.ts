import { playVariants } from './variants.fixture.ts';

playVariants(3);
