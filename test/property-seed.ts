import fc from 'fast-check';

/**
 * The same cases on every machine, so that a change and not chance turns a test red. Look further with
 * `FC_SEED=$RANDOM npx vitest run`.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_123) });
