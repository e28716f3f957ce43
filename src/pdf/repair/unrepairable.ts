/** A printed PDF that cannot be made right, with the reason in words: its page has something that cannot be tagged. */
export class UnrepairableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnrepairableError';
  }
}
