/** Namespaces of XLIFF. All versions 2 share the core's vocabulary; 2.2 renamed it. */
export const NAMESPACES = {
  core: 'urn:oasis:names:tc:xliff:document:2.0',
  core22: 'urn:oasis:names:tc:xliff:document:2.2',
  metadata: 'urn:oasis:names:tc:xliff:metadata:2.0',
  version1: 'urn:oasis:names:tc:xliff:document:1.2',
} as const;
