/**
 * The script that answers without a signal, from the site's root. It stands there because it may answer for no page
 * above it, and keeps its name because browsers look for a new one under the old name.
 */
export const WORKER_FILE = 'sw.js';
