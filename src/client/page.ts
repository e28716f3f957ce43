/** What every page may do once it can be read; each part looks for its own place and does nothing without it. */
const PARTS: readonly (() => void)[] = [];

for (const part of PARTS) part();
