import type { CountryCode } from 'libphonenumber-js/max';
import type { FormName } from '../../forms.ts';
import { type CheckedDetails, checkDetails } from './check-details.ts';
import type { Details, Field } from './details.ts';
import { focusField, readForm, showFaults } from './details-form.ts';
import { drawPanel } from './draw-panel.ts';
import { keep } from './kept-details.ts';
import { loadData } from './load-data.ts';
import { Preview } from './preview.ts';

/** The places of the page. */
export interface Places {
  form: HTMLFormElement;
  frame: HTMLIFrameElement;
  /** Where things are told that belong to no field. */
  status: HTMLElement;
}

/** The page on which a clinic puts its details on a sheet: what is typed is drawn, and what is wrong is told. */
export class Tool {
  readonly #places: Places;
  #preview: Promise<Preview | undefined> = Promise.resolve(undefined);
  /** Fields that somebody has left once: before that, nobody wants to be told that they are empty. */
  readonly #left = new Set<Field>();
  #millimetres = 0;
  /** Counts changes: a drawing that was overtaken tells nothing. */
  #turn = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Shows the sheet that was chosen. */
  async choose(): Promise<void> {
    const { frame } = this.#places;
    const [language, handout, form] = ['language', 'handout', 'form'].map((name) => this.#select(name).value);
    const { min, max, styles } = this.#select('form').selectedOptions[0]?.dataset ?? {};
    const { sheets } = await loadData(this.#wordsOf(language));
    const sheet = sheets[handout ?? ''];
    const url = sheet?.urls[form as FormName];
    if (!sheet || url === undefined) {
      this.#preview = Promise.resolve(undefined);
      frame.hidden = true;
      this.#tell('Unavailable');
      return;
    }
    frame.hidden = false;
    this.#preview = Preview.open(frame, {
      ...{ url: `..${url}`, form: form as FormName, stackedFooter: sheet.stackedFooter },
      ...(styles !== undefined && { styles: new URL(styles, location.href).href }),
      bodySize: { min: Number(min), max: Number(max) },
    });
    await this.draw();
  }

  /** Puts what is typed on the sheet. */
  async draw(): Promise<void> {
    const { form } = this.#places;
    const turn = ++this.#turn;
    const { clinic, faults } = this.#check(readForm(form));
    showFaults(form, new Map([...faults].filter(([field]) => this.#left.has(field))));
    const [own, source] = await Promise.all(
      [this.#select('language').value, form.dataset['source']].map((tag) => loadData(this.#wordsOf(tag))),
    );
    const preview = await this.#preview;
    if (turn !== this.#turn || !preview || !own || !source) return;
    const isBilingual = this.#select('form').value === 'bilingual';
    const millimetres = await preview.draw(clinic ? drawPanel({ clinic, own, source, isBilingual }) : '');
    if (turn !== this.#turn) return;
    this.#millimetres = millimetres;
    this.#tell(millimetres > 0 ? 'High' : undefined);
  }

  /** Keeps what is typed, and draws it. */
  async change(field?: string): Promise<void> {
    if (field !== undefined) this.#left.add(field as Field);
    keep(readForm(this.#places.form));
    await this.draw();
  }

  /** Nothing was left yet: the form is new. */
  startAnew(): void {
    this.#left.clear();
  }

  /** Prints, unless something is wrong: then it leads to that. */
  async print(): Promise<void> {
    const { form } = this.#places;
    await this.draw();
    const { faults } = this.#check(readForm(form));
    const preview = await this.#preview;
    for (const field of faults.keys()) this.#left.add(field);
    showFaults(form, faults);
    // In the order of the page, not in that of checking.
    const first = form.querySelector<HTMLInputElement>('[aria-invalid]');
    if (first) focusField(form, first.name as Field);
    else if (preview && this.#millimetres === 0) preview.print();
  }

  /** Fits the shown sheet into a window of another size. */
  async resize(): Promise<void> {
    (await this.#preview)?.scale();
  }

  /** Says a sentence of the form; nothing for silence. */
  tell(word: string): void {
    this.#tell(word);
  }

  #check(details: Details): CheckedDetails {
    return checkDetails(details, this.#places.form.dataset['country'] as CountryCode);
  }

  /** Where the words of a language are: the page names the file, which is called after what is in it. */
  #wordsOf(tag: string | undefined): string {
    const options = [...this.#select('language').options];
    return options.find(({ value }) => value === tag)?.dataset['words'] ?? '';
  }

  #select(name: string): HTMLSelectElement {
    const found = this.#places.form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (!found) throw new Error(`The form has no choice of ${name}.`);
    return found;
  }

  #tell(word: string | undefined): void {
    const sentence = word === undefined ? '' : (this.#places.form.dataset[`word${word}`] ?? '');
    this.#places.status.textContent = sentence.replace('{mm}', String(this.#millimetres));
  }
}
