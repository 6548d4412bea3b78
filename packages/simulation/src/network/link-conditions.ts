/** How bad a device's link is, as probabilities for each request. */
export interface LinkConditions {
  /** Nothing gets through. */
  readonly isDown: boolean;
  readonly losesRequest: number;
  readonly losesAnswer: number;
  /** The request arrives a second time, later. */
  readonly repeats: number;
  /** The answer is corrupted by something in between. */
  readonly corrupts: number;
  /** Most milliseconds each way. Beyond a caller's patience, it arrives when nobody waits any more. */
  readonly slowest: number;
}

export const GOOD: LinkConditions = {
  isDown: false,
  losesRequest: 0,
  losesAnswer: 0,
  repeats: 0,
  corrupts: 0,
  slowest: 80,
};

export const DOWN: LinkConditions = { ...GOOD, isDown: true };

export const BAD: LinkConditions = {
  isDown: false,
  losesRequest: 0.15,
  losesAnswer: 0.2,
  repeats: 0.2,
  corrupts: 0.15,
  slowest: 3000,
};

/** So slow that requests overtake each other, and answers come when nobody waits any more. */
export const CRAWLING: LinkConditions = { ...BAD, losesRequest: 0.05, losesAnswer: 0.1, slowest: 100_000 };
