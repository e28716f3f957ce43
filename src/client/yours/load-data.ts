import type { YoursData } from '../../html/yours-data.ts';

const loading = new Map<string, Promise<YoursData>>();

/**
 * Loads what panels say in a language, once.
 * @param address as the page names it
 * @throws {Error} if it does not come; the next call tries again
 */
export function loadData(address: string): Promise<YoursData> {
  const known = loading.get(address) ?? fetchData(address);
  loading.set(address, known);
  known.catch(() => loading.delete(address));
  return known;
}

async function fetchData(address: string): Promise<YoursData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} did not come (status ${response.status}).`);
  return (await response.json()) as YoursData;
}
