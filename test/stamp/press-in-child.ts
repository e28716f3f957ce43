import { runPress } from '../../src/pipeline.ts';
import type { Settings } from '../../src/settings.ts';

// Run as a process of its own, to be killed: builds, and says on lines of their own how far it is.
const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const say = (text: string) => void process.stdout.write(`${text}\n`);
await runPress(settings, { stage: say, step: (id) => say(id), tell: () => undefined });
