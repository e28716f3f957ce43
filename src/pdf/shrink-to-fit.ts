/**
 * Makes the letters of a picture smaller until its words fit, from those its styles give. Runs in the browser.
 * @returns false if they do not fit even in the smallest, which cannot be read in the small pictures of a chat
 */
export function shrinkToFit({ selector, least }: { selector: string; least: number }): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) return true;
  const isFull = () => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  for (let size = parseFloat(getComputedStyle(element).fontSize); size > least && isFull(); size -= 4) {
    element.style.fontSize = `${size - 4}px`;
  }
  return !isFull();
}
