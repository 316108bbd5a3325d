/** Where the focus goes when a button goes away with what it did. */

/**
 * Puts it on the title of the card, or of the screen where the card goes too; nothing where the person has moved on to
 * something else meanwhile. `title` is the card's, focusable by script.
 */
export function takeFocus(title: HTMLElement | null, cardGoes = false): void {
  const card = title?.closest('section');
  const at = document.activeElement;
  if (!title || !card || (at !== document.body && !card.contains(at))) return;
  const stays = cardGoes ? card.closest('main')?.querySelector('h1') : title;
  stays?.focus({ preventScroll: true });
}
