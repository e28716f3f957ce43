import type { Fault } from './check-details.ts';
import { type Details, type Field, LIST_FIELDS, TEXT_FIELDS } from './details.ts';

/** Reads what somebody has typed and ticked; empty fields are left out. */
export function readForm(form: HTMLFormElement): Details {
  const details: Details = {};
  for (const field of TEXT_FIELDS) {
    const value = controlsOf(form, field)[0]?.value.trim() ?? '';
    if (value !== '') details[field] = value;
  }
  for (const field of LIST_FIELDS) {
    const ticked = controlsOf(form, field).flatMap(({ checked, value }) => (checked ? [value] : []));
    if (ticked.length > 0) details[field] = ticked;
  }
  return details;
}

/** Types and ticks details; all other fields become empty. */
export function fillForm(form: HTMLFormElement, details: Details): void {
  for (const field of TEXT_FIELDS) {
    const [control] = controlsOf(form, field);
    if (control) control.value = details[field] ?? '';
  }
  for (const field of LIST_FIELDS) {
    for (const control of controlsOf(form, field)) control.checked = details[field]?.includes(control.value) ?? false;
  }
}

/** Tells at each field what is wrong with it, and at no other. The sentences stand on the form. */
export function showFaults(form: HTMLFormElement, faults: ReadonlyMap<Field, Fault>): void {
  for (const field of [...TEXT_FIELDS, ...LIST_FIELDS]) {
    const fault = faults.get(field);
    const place = form.querySelector<HTMLElement>(`#fault-${field}`);
    if (!place) continue;
    place.textContent =
      fault === undefined ? '' : (form.dataset[`fault${fault[0]?.toUpperCase()}${fault.slice(1)}`] ?? '');
    place.hidden = fault === undefined;
    for (const control of controlsOf(form, field)) {
      if (fault === undefined) {
        control.removeAttribute('aria-invalid');
        control.removeAttribute('aria-describedby');
      } else {
        control.setAttribute('aria-invalid', 'true');
        control.setAttribute('aria-describedby', place.id);
      }
    }
  }
}

/** Leads to a field. */
export function focusField(form: HTMLFormElement, field: Field): void {
  controlsOf(form, field)[0]?.focus();
}

function controlsOf(form: HTMLFormElement, field: Field): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[name="${field}"]`)];
}
