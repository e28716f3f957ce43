/** How often a contestant prints all sheets in one round. */
export const REPEATS = 2;

/** One way of printing that is measured against the others. */
export interface Contestant {
  name: string;
  /** Prints all sheets several times; gives milliseconds per PDF, in all and, where it tells stages apart, for each. */
  round: () => Promise<Times>;
}

/** Milliseconds per PDF. */
export interface Times {
  whole: number;
  stages?: ReadonlyMap<string, number>;
}

/** What came out of all rounds of one measure. */
export interface Measured {
  name: string;
  median: number;
  /** Middle half of the rounds, from and to. */
  from: number;
  to: number;
  /** True for a part of the time of the last line that is none. */
  isStage: boolean;
}

/**
 * Runs the contestants in turn, round after round, so that noise of the machine hits all alike; each round starts
 * with another of them. One round before that counts for nothing: it fills caches and lets code be compiled.
 */
export async function runRounds(
  contestants: readonly Contestant[],
  rounds: number,
  tell: (message: string) => void,
): Promise<Measured[]> {
  const times = new Map(contestants.map(({ name }) => [name, [] as Times[]]));
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
    for (let turn = 0; turn < contestants.length; turn++) {
      const { name, round: run } = contestants[(turn + round) % contestants.length] as Contestant;
      const time = await run();
      if (round > 0) times.get(name)?.push(time);
    }
  }
  return [...times].flatMap(([name, all]) => {
    const stages = [...(all[0]?.stages?.keys() ?? [])].map((stage) =>
      summarise(
        stage,
        all.map((time) => time.stages?.get(stage) ?? 0),
        true,
      ),
    );
    return [
      summarise(
        name,
        all.map(({ whole }) => whole),
        false,
      ),
      ...stages,
    ];
  });
}

function summarise(name: string, values: readonly number[], isStage: boolean): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { name, median: at(0.5), from: at(0.25), to: at(0.75), isStage };
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
