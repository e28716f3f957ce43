import { readTypedCode } from '../html/read-typed-code.ts';
import { knownCodes } from './known-codes.ts';

/** Leads from a typed code to its page, or says at the field that there is no such sheet. */
export function answerTypedCode(): void {
  const form = document.querySelector<HTMLFormElement>('.code-form');
  const field = form?.querySelector('input');
  const unknown = form?.querySelector<HTMLElement>('.code-form__unknown');
  if (!form || !field || !unknown) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = readTypedCode(field.value, document.documentElement.lang, knownCodes());
    unknown.hidden = code !== undefined;
    if (code !== undefined) {
      field.removeAttribute('aria-invalid');
      location.assign(`${form.dataset.root ?? ''}c/${code}/`);
      return;
    }
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', unknown.id);
    field.focus();
  });
}
