import type { YoursData } from '../../html/yours-data.ts';

const loading = new Map<string, Promise<YoursData>>();

/** Loads what panels say in a language, once. @throws {Error} if it does not come; the next call tries again */
export function loadData(tag: string): Promise<YoursData> {
  const known = loading.get(tag) ?? fetchData(tag);
  loading.set(tag, known);
  known.catch(() => loading.delete(tag));
  return known;
}

async function fetchData(tag: string): Promise<YoursData> {
  const response = await fetch(`../assets/yours/${tag}.json`);
  if (!response.ok) throw new Error(`The words of ${tag} did not come (status ${response.status}).`);
  return (await response.json()) as YoursData;
}
