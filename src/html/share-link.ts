/** How a page is sent to somebody by a plain link. */
export type ShareWay = 'whatsapp' | 'sms';

/**
 * A link that opens a new message with a page's title and address in it, without a recipient.
 *
 * WhatsApp: "Click to chat", https://faq.whatsapp.com/5913398998672934. Text messages: RFC 5724; `?&` because iOS up
 * to 13 knew only `&` before the first field, and Android only `?`.
 * @param address full address of the page
 */
export function shareLink(address: string, title: string, way: ShareWay): string {
  const message = encodeURIComponent(`${title}\n${address}`);
  return way === 'whatsapp' ? `https://wa.me/?text=${message}` : `sms:?&body=${message}`;
}
