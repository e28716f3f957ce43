/** Lets a reader pass the page on: by the phone's own window, or by copying its address. */
export function offerSharing(): void {
  const share = document.querySelector<HTMLButtonElement>('[data-act="share"]');
  const copy = document.querySelector<HTMLButtonElement>('[data-act="copy"]');
  if (!share || !copy) return;
  const page = { title: document.title, url: addressOfPage() };
  // Old phones have neither, and no page but one of https or localhost has the second.
  if (typeof navigator.share === 'function') {
    show(share);
    // The phone's window offers these too.
    document.querySelectorAll('[data-act="message"]').forEach((link) => link.closest('li')?.setAttribute('hidden', ''));
    share.addEventListener('click', () => {
      // Rejected when the reader closes the window, which is no failure.
      navigator.share(page).catch(() => undefined);
    });
  }
  if (navigator.clipboard) {
    show(copy);
    copy.addEventListener('click', () => {
      navigator.clipboard.writeText(page.url).then(
        () => tell(copy.dataset['done'] ?? ''),
        () => tell(page.url),
      );
    });
  }
}

/** The address others should have: where the site is published, not that of a copy of it. */
function addressOfPage(): string {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const isHere = published !== undefined && new URL(published).hostname === location.hostname;
  return isHere ? published : location.href.replace(/#.*/, '');
}

function show(button: HTMLElement): void {
  button.closest('li')?.removeAttribute('hidden');
}

/** Where copying is not allowed, the address itself, to be copied by hand. */
function tell(text: string): void {
  const state = document.querySelector('.acts__state');
  if (state) state.textContent = text;
}
