import { type Details, parseDetails } from './details.ts';

/**
 * Writes details as the fragment of an address, which a browser never sends to a server: JSON in UTF-8, in the alphabet
 * of addresses (RFC 4648, section 5), without padding.
 */
export function encodeDetails(details: Details): string {
  const bytes = new TextEncoder().encode(JSON.stringify(details));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Reads details back. @returns nothing if the fragment holds none */
export function decodeDetails(fragment: string): Details | undefined {
  try {
    const binary = atob(fragment.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return parseDetails(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
