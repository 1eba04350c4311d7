import type { Finding, Fix } from '../../server/rules/finding';

/**
 * What a fix leaves behind on purpose: the weaker finding that the stronger one stood for. Without its modifier, an
 * evaluation code that the note does not support is still there beside the injection.
 */
export const takesOver = ({ rule }: Finding, { title }: Fix): string | undefined =>
  rule === 'modifier-25-unsupported' && title.startsWith('Remove modifier 25') ? 'em-not-separate' : undefined;
