/**
 * Where the link of a slot leads. No such host can exist (RFC 2606, 2), so that one left in a PDF would lead nowhere.
 */
export const SLOT_ADDRESS = 'https://slot.invalid/panel';

/**
 * What stands in the slot of a sheet until a clinic's panel is put there, after printing. The style sheet must let the
 * link fill the slot (`display: block`, width and height 100 %), so that the rectangle of its annotation is that of the
 * slot. Chromium makes of it an element in the place of the panel in reading order, a mark in its place among what is
 * drawn and, since it is a heading, a bookmark in the place of those of the panel. Its one sign, a no-break space, has no
 * ink; without any there would be neither mark nor bookmark (headless shell 147).
 */
export const SLOT_MARKER = `<h2 class="slot__marker"><a href="${SLOT_ADDRESS}">&nbsp;</a></h2>`;
