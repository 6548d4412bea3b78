/** The timers of each engine that draws screens. Browsers and Node declare theirs otherwise, so this is for `tsconfig.phone.json` alone. */
declare function setInterval(run: () => void, ms: number): unknown;
declare function clearInterval(timer: unknown): void;
declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;
