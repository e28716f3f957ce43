import { resolve } from 'node:path';

/** Folder of the project. */
export const PROJECT = resolve(import.meta.dirname, '..');
