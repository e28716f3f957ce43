import MiniSearch, { type AsPlainObject } from 'minisearch';
import { INDEX_OPTIONS, type SearchRecord } from '../html/search-record.ts';
import { segmenterOf, splitByKnownWords, type SplitWords } from '../i18n/split-words.ts';
import { type Found, findSections } from './find-sections.ts';
import { showFound } from './show-found.ts';

/** How long a reader must pause in typing before anything is looked for, in milliseconds. */
const PAUSE = 250;

/** Looks for what a reader types, in the index that the page names. */
type Search = (query: string) => Found[];

const form = document.querySelector<HTMLFormElement>('#search');
const input = document.querySelector<HTMLInputElement>('#search-words');
if (form && input) setUp(form, input);

/**
 * Makes the search page work: what it shows by itself is that search does not work here. Browsers too old for one of
 * the functions used (those before 2019) keep showing that.
 */
function setUp(form: HTMLFormElement, input: HTMLInputElement): void {
  if (!('flatMap' in []) || !('fetch' in window) || !('URLSearchParams' in window)) return;
  let loading: Promise<Search> | undefined;
  let waiting: number | undefined;
  let isMissing = false;

  const answer = async (): Promise<void> => {
    window.clearTimeout(waiting);
    const query = input.value;
    rememberInAddress(query);
    try {
      loading = loading ?? loadSearch(form.dataset.index ?? '');
      const search = await loading;
      isMissing = false;
      // The reader may have typed on in the meantime, and gets the answer to that.
      if (query === input.value) showFound(query.trim() === '' ? undefined : search(query), form.dataset);
    } catch {
      // Without a signal, say; the next try loads again.
      loading = undefined;
      isMissing = true;
      showFound(undefined, form.dataset);
    }
    showMissing(isMissing);
  };

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  form.hidden = false;
  showMissing(false);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer();
  });
  input.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void answer(), PAUSE);
  });
  if (input.value !== '') void answer();
}

async function loadSearch(address: string): Promise<Search> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const data = (await response.json()) as AsPlainObject;
  const index = MiniSearch.loadJS<SearchRecord>(data, INDEX_OPTIONS);
  const split: SplitWords =
    segmenterOf(document.documentElement.lang) ?? splitByKnownWords(data.index.map(([word]) => word));
  return (query) => findSections(index, query, split);
}

/** So that the way back from a handout leads to the results again, and an address can be passed on. */
function rememberInAddress(query: string): void {
  const address = query === '' ? location.pathname : `?${new URLSearchParams({ q: query }).toString()}`;
  // From a memory stick some browsers allow no change of address.
  try {
    history.replaceState(null, '', address);
  } catch {
    return;
  }
}

function showMissing(isMissing: boolean): void {
  const words = document.querySelector<HTMLElement>('#search-missing');
  if (words) words.hidden = !isMissing;
}
